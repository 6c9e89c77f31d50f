import type { AgentState } from '../../contract/agentState.ts';
import type { SinceKind, StateInterval } from '../../contract/roster.ts';

/** A state that lasts from `from` until the next entry. */
export interface StateEntry {
  readonly state: AgentState;
  readonly from: number;
  readonly fromIs: SinceKind;
  /** Until when the gateway itself confirmed the state, whatever the gaps; null: it never did. */
  readonly confirmedUntil: number | null;
}

/** A time in which the list was not polled. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** As many as the contract carries. */
const mostIntervals = 1_000;

/**
 * What can truthfully be shown of one agent: their states, and nothing for the gaps. The state in which they were found after a gap
 * has lasted at least since its end. What began before `forgottenUntil` is left out.
 */
export function cutByGaps(entries: readonly StateEntry[], gaps: readonly Gap[], forgottenUntil: number): StateInterval[] {
  const intervals: StateInterval[] = [];
  for (const [index, { state, from, fromIs, confirmedUntil }] of entries.entries()) {
    const until = entries[index + 1]?.from ?? Infinity;
    if (until <= forgottenUntil) continue;
    intervals.push(from >= forgottenUntil ? { state, from, fromIs } : { state, from: forgottenUntil, fromIs: 'atLeast' });
    const sure = Math.max(confirmedUntil ?? from, forgottenUntil);
    for (const gap of gaps) {
      if (gap.until <= sure || gap.from >= until) continue;
      intervals.push({ state: null, from: Math.max(gap.from, sure), fromIs: 'exact' });
      if (gap.until < until) intervals.push({ state, from: gap.until, fromIs: 'atLeast' });
    }
  }
  return intervals.slice(-mostIntervals);
}
