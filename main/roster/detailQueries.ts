import type { RosterRow } from '../../contract/roster.ts';
import type { Attention } from './attention.ts';
import type { Rows } from './mergeAgent.ts';

/** What was asked of one agent before. */
export interface Asked {
  /** The row's `since` when it was asked: while that stands, what the gateway says would be the same again. */
  readonly since: number;
  /** All details, skills too, came in answer. */
  readonly details: boolean;
  /** The gateway refused, or answered what nobody can read, at this moment. */
  readonly refusedAt: number | null;
  /** A query of several agents did not bring this one. */
  readonly missed: boolean;
}

/** The next query that makes the rows better; each agent with the `since` that is asked about. */
export type DetailQuery =
  | { readonly kind: 'one'; readonly workNo: string; readonly since: number }
  | { readonly kind: 'several'; readonly agents: ReadonlyMap<string, number> };

export interface Known {
  readonly rows: Rows;
  readonly asked: ReadonlyMap<string, Asked>;
  /** Who is being asked about right now. */
  readonly underWay: ReadonlySet<string>;
  /** Whether the gateway answers for several agents in one query. */
  readonly several: boolean;
}

/** A refusal may have been about a moment; asked again after this long. */
const askAgainAfter = 60_000;

/** For fewer, one query each brings skills as well. */
const fewest = 3;

/** No source names a limit. */
const most = 100;

/**
 * What to ask next: about the selected agent, then those in view, then the favourites; exact times before skills, which nobody
 * sees of a favourite out of view. Null: nothing that would say more than is known.
 */
export function nextDetailQuery({ selected, inView, favourites }: Attention, known: Known, now: number): DetailQuery | null {
  const shown = rowsOf(selected === null ? inView : [selected, ...inView], known, now);
  const timeless = [...new Set([...shown, ...rowsOf(favourites, known, now)])].filter((row) => lacksTime(row, known));
  const detailless = shown.filter((row) => known.asked.get(row.workNo)?.details !== true);
  const chosen = [...timeless, ...detailless].find((row) => row.workNo === selected);
  if (chosen !== undefined) return one(chosen);
  const together = timeless.filter((row) => known.asked.get(row.workNo)?.missed !== true).slice(0, most);
  if (known.several && together.length >= fewest) {
    return { kind: 'several', agents: new Map(together.map((row) => [row.workNo, row.since])) };
  }
  const next = timeless[0] ?? detailless[0];
  return next === undefined ? null : one(next);
}

function one({ workNo, since }: RosterRow): DetailQuery {
  return { kind: 'one', workNo, since };
}

/** The rows of those who may be asked about now. */
function rowsOf(workNos: readonly string[], { rows, underWay, asked }: Known, now: number): RosterRow[] {
  return workNos.flatMap((workNo) => {
    const row = rows.get(workNo);
    const refusedAt = asked.get(workNo)?.refusedAt ?? null;
    const mayBeAsked = !underWay.has(workNo) && (refusedAt === null || now - refusedAt >= askAgainAfter);
    return row !== undefined && mayBeAsked ? [row] : [];
  });
}

function lacksTime(row: RosterRow, { asked }: Known): boolean {
  return row.sinceIs === 'atLeast' && asked.get(row.workNo)?.since !== row.since;
}
