import type { statisticsBy } from '../../../contract/statistics.ts';
import { counted, number } from './counts.ts';
import { phrase } from '../phrase.ts';

type By = (typeof statisticsBy)[number];

/** What was heard and how it was graded. */
export const statistics = {
  title: 'Statistics',
  back: 'Back to the agents',
  span: 'Time',
  weeks: (count: number): string => `Last ${String(count)} weeks`,
  by: 'Summed up by',
  byWhat: { week: 'Week', group: 'Group', agent: 'Agent' } satisfies Record<By, string>,
  reading: 'Reading your listens and notes',
  unreadable: 'Your listens or notes cannot be read at the moment.',
  empty: 'You heard nobody in this time.',
  emptyHint: 'Listens that were heard are summed up here, with the grades of their notes.',
  sums: 'All together',
  listens: 'Listens',
  minutes: 'Minutes',
  agents: 'Agents',
  graded: 'Graded',
  grade: 'Grade',
  average: (graded: number): string => `Average grade of ${counted(graded, 'listen', 'listens')}`,
  percent: (value: number): string => `${number(value)} %`,
  none: '–',
  listensBy: { week: 'Listens by week', group: 'Listens by group', agent: 'Listens by agent' } satisfies Record<By, string>,
  gradeBy: {
    week: 'Average grade by week',
    group: 'Average grade by group',
    agent: 'Average grade by agent',
  } satisfies Record<By, string>,
  noGrades: 'Nothing was graded.',
  table: 'Statistics in numbers',
  leftOut: (shown: number, all: number): string => `${number(shown)} of ${number(all)} are shown.`,
  calibration: 'Compare two inspectors',
  calibrationLead:
    'Choose the notes of two inspectors, saved as JSON. Calls that both heard are laid side by side; the files are only read here.',
  firstFile: 'Notes of one inspector',
  secondFile: 'Notes of the other',
  notNotes: 'This is no file of notes that Earshot saved as JSON.',
  noneInCommon: 'No call was heard and graded by both on the same form.',
  compared: phrase('Calls that both heard: {calls}. Criteria more than a step apart: {apart} of {judged}.'),
  inspectors: ['One', 'The other'] as readonly [string, string],
  call: 'Call',
  criterion: 'Criterion',
  difference: 'Difference',
  apart: 'More than a step',
};
