import type { AgentState } from '../../contract/agentState.ts';
import type { StateInterval } from '../../contract/roster.ts';

/** A span as a piece of the timeline: where it begins and how long it is, as shares of the whole. */
export interface HistoryBar {
  /** Null: not polled. */
  readonly state: AgentState | null;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly length: number;
  readonly atLeast: boolean;
}

/** The spans, oldest first, drawn from the first's beginning until `now`. A span is never negative: its next one may lie a moment ahead. */
export function historyBars(spans: readonly StateInterval[], now: number): readonly HistoryBar[] {
  const begin = spans[0]?.from ?? now;
  const whole = Math.max(1, now - begin);
  return spans.map(({ state, from, fromIs }, index) => {
    const to = Math.max(from, spans[index + 1]?.from ?? now);
    return { state, from, to, start: (from - begin) / whole, length: (to - from) / whole, atLeast: fromIs === 'atLeast' };
  });
}
