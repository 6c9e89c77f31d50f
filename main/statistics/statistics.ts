import { gradeOf } from '../../contract/grade.ts';
import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { TrailListens } from '../audit/trailListens.ts';
import type { NoteBook } from '../notes/book.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from '../results/codeOf.ts';
import { notSignedIn, refuse } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { sumUp } from './sums.ts';

export interface StatisticsOptions {
  readonly log: Log;
  /** Agent ID of who is signed in; empty: nobody. */
  inspector(): string;
  /** All listens of the audit trail. May reject. */
  trailListens(): Promise<TrailListens>;
  /** All notes. May reject. */
  book(): Promise<NoteBook>;
  /** Empty: not known. */
  nameOf(workNo: string): string;
  groupOf(workNo: string): string;
}

/** What was heard and how it was graded, summed up when it is asked for. */
export interface StatisticsService {
  readonly handlers: { readonly readStatistics: (input: CommandInput<'readStatistics'>) => Promise<CommandAnswer> };
}

export function createStatistics(options: StatisticsOptions): StatisticsService {
  return {
    handlers: {
      readStatistics: async ({ from, to, by }) => {
        const inspector = options.inspector();
        if (inspector === '') return refuse(notSignedIn);
        try {
          const [trail, book] = await Promise.all([options.trailListens(), options.book()]);
          const { nameOf, groupOf } = options;
          const sums = sumUp({
            listens: trail.all(),
            inspector,
            from,
            to,
            by,
            gradeOf: ({ at, agent }) => {
              const note = book.get(`${String(at)}-${agent}`)?.latest;
              return note === undefined ? null : gradeOf(book.formOf(note), note.scores);
            },
            nameOf,
            groupOf,
          });
          return { ok: true, statistics: sums };
        } catch (error) {
          options.log.error('statistics not read', { why: codeOf(error) ?? 'unknown' });
          return refuse(ownProblem('statistics-unreadable'));
        }
      },
    },
  };
}
