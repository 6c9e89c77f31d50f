import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterFilter } from '../../../contract/rosterView.ts';
import { canBeHeard } from '../../../contract/roster.ts';
import { searchTerms, type Matcher } from './search/search.ts';

const MINUTE_MS = 60_000;

/** A filter, ready to be asked of each agent. */
export interface AgentFilter {
  /** Whether an agent passes everything but the choice of states; the chips count these. */
  readonly base: (row: RosterRow) => boolean;
  /** Whether the agent's state is among the chosen. */
  readonly state: (row: RosterRow) => boolean;
  /** Whether everybody passes. */
  readonly open: boolean;
  /** Whether what passes changes as time goes by. */
  readonly timed: boolean;
}

interface FilterOptions {
  readonly filter: RosterFilter;
  readonly favourites: readonly string[];
  readonly matches: Matcher;
  /** By the clock of the rows' `since`. */
  readonly now: () => number;
}

export function agentFilter({ filter, favourites, matches, now }: FilterOptions): AgentFilter {
  const terms = searchTerms(filter.query);
  const groups = new Set(filter.groups);
  const states = new Set<string>(filter.states);
  const loved = new Set(favourites);
  const { leastMinutes, mostMinutes } = filter;
  const tests: ((row: RosterRow) => boolean)[] = [
    ...(groups.size === 0 ? [] : [(row: RosterRow) => groups.has(row.group)]),
    ...(leastMinutes === null ? [] : [(row: RosterRow) => now() - row.since >= leastMinutes * MINUTE_MS]),
    // Of whom only the least time is known stays in until even that is too long.
    ...(mostMinutes === null ? [] : [(row: RosterRow) => now() - row.since <= mostMinutes * MINUTE_MS]),
    ...(filter.onlyListenable ? [canBeHeard] : []),
    ...(filter.onlyFavourites ? [(row: RosterRow) => loved.has(row.workNo)] : []),
    // The most expensive test last.
    ...(terms.length === 0 ? [] : [(row: RosterRow) => matches(row, terms)]),
  ];
  return {
    open: tests.length === 0 && states.size === 0,
    base: allOf(tests),
    state: states.size === 0 ? () => true : (row) => states.has(row.state),
    timed: leastMinutes !== null || mostMinutes !== null,
  };
}

/** With every key it is asked of everybody. */
function allOf(tests: readonly ((row: RosterRow) => boolean)[]): (row: RosterRow) => boolean {
  const [first, second] = tests;
  return first !== undefined && second === undefined ? first : (row) => tests.every((test) => test(row));
}

/** Whether a filter narrows anything at all. */
export function narrows(filter: RosterFilter): boolean {
  return (
    filter.query.trim() !== '' ||
    filter.states.length > 0 ||
    filter.groups.length > 0 ||
    filter.leastMinutes !== null ||
    filter.mostMinutes !== null ||
    filter.onlyListenable ||
    filter.onlyFavourites
  );
}

/** Whether whoever passes `next` passes `before` already, as when one goes on typing: then the others need not be matched again. */
export function narrowsFurther(before: RosterFilter, next: RosterFilter): boolean {
  const { query: asked, ...rest } = before;
  const { query, ...others } = next;
  if (next.states.length > 0 || JSON.stringify(rest) !== JSON.stringify(others)) return false;
  const terms = searchTerms(query);
  return searchTerms(asked).every((term) => terms.some((longer) => longer.startsWith(term)));
}
