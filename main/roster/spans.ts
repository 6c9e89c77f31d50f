import type { AgentState } from '../../contract/agentState.ts';
import type { SinceKind, StateSpan } from '../../contract/roster.ts';

/** A state from when it was entered until the next one was. */
export interface Stay {
  readonly state: AgentState;
  readonly from: number;
  readonly fromIs: SinceKind;
  /** Until then the gateway itself said that it lasted, so that no gap makes it doubtful; null: it never said. */
  readonly confirmedUntil: number | null;
}

/** A time in which nobody looked at any agent. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** As many as the contract carries. */
const mostSpans = 1_000;

/**
 * What can truthfully be shown of one agent: their stays, and nothing for the time in which nobody looked. The state in which
 * they were found after a gap has lasted since its end at least. What began before `forgottenUntil` is left out.
 */
export function cutByGaps(stays: readonly Stay[], gaps: readonly Gap[], forgottenUntil: number): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const [index, { state, from, fromIs, confirmedUntil }] of stays.entries()) {
    const until = stays[index + 1]?.from ?? Infinity;
    if (until <= forgottenUntil) continue;
    spans.push(from >= forgottenUntil ? { state, from, fromIs } : { state, from: forgottenUntil, fromIs: 'atLeast' });
    const sure = Math.max(confirmedUntil ?? from, forgottenUntil);
    for (const gap of gaps) {
      if (gap.until <= sure || gap.from >= until) continue;
      spans.push({ state: null, from: Math.max(gap.from, sure), fromIs: 'exact' });
      if (gap.until < until) spans.push({ state, from: gap.until, fromIs: 'atLeast' });
    }
  }
  return spans.slice(-mostSpans);
}
