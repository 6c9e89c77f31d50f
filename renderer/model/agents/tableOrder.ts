import { agentStates } from '../../../contract/agentState.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterSort, SortColumn } from '../../../contract/rosterView.ts';
import { canBeHeard } from '../../../contract/roster.ts';

/** Tells which of two agents comes first; never 0 for two agents, so that an order is one order only. */
export type CompareAgents = (a: RosterRow, b: RosterRow) => number;

/** Compares two texts in a language's order. */
export type CompareTexts = (a: string, b: string) => number;

const stateRank: Readonly<Record<string, number>> = Object.fromEntries(agentStates.map((state, rank) => [state, rank]));

/** The order of a column: agents alike in it stand by their number. */
export function agentOrder({ column, descending }: RosterSort, compareTexts: CompareTexts): CompareAgents {
  const compare = columnOrder(column, compareTexts);
  return (a, b) => {
    const order = compare(a, b);
    if (order !== 0) return descending ? -order : order;
    return compareWorkNos(a.workNo, b.workNo);
  };
}

/** Chinese names by their sound, then the others as everywhere. Only a Chinese collation knows sounds, whatever the page's language. */
export function textOrder(): CompareTexts {
  return new Intl.Collator('zh-Hans', { numeric: true }).compare;
}

function columnOrder(column: SortColumn, compareTexts: CompareTexts): CompareAgents {
  switch (column) {
    case 'workNo':
      return (a, b) => compareWorkNos(a.workNo, b.workNo);
    case 'name':
      return (a, b) => compareTexts(a.name, b.name);
    case 'group':
      return (a, b) => unknownLast(a.group, b.group, compareTexts);
    case 'skills':
      return (a, b) => unknownLast(a.skills?.join() ?? '', b.skills?.join() ?? '', compareTexts);
    case 'state':
      return (a, b) => (stateRank[a.state] ?? 0) - (stateRank[b.state] ?? 0);
    case 'timeInState':
      // The later a state began, the shorter it has lasted.
      return (a, b) => b.since - a.since;
    case 'phone':
      return (a, b) => unknownLast(a.phoneEnding ?? '', b.phoneEnding ?? '', compareTexts);
    case 'listenable':
      return (a, b) => Number(canBeHeard(b)) - Number(canBeHeard(a));
    case 'inspectedBy':
      return (a, b) => unknownLast(a.inspectedBy ?? '', b.inspectedBy ?? '', compareTexts);
  }
}

function unknownLast(a: string, b: string, compareTexts: CompareTexts): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return compareTexts(a, b);
}

/** Work numbers by their value; what is no number stands last, by its text. */
export function compareWorkNos(a: string, b: string): number {
  const left = Number(a);
  const right = Number(b);
  if (left < right) return -1;
  if (left > right) return 1;
  if (a === b) return 0;
  if (Number.isNaN(left) !== Number.isNaN(right)) return Number.isNaN(left) ? 1 : -1;
  return a < b ? -1 : 1;
}
