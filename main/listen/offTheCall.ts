import type { Problem } from '../../contract/problem.ts';
import { uncertain } from './uncertainty.ts';
import { isHeard, type Facts, type ListenOutcome } from './facts.ts';
import { active, ended, type ListenEffect, type Step } from './step.ts';

/** So long (ms) after a listen's last step an answer may still speak of the time before it. */
export const established = 5_000;

/** How often the gateway must contradict what was believed before the contradiction is believed. */
export const settleTries = 2;

export const askLater: ListenEffect = { kind: 'startTimer', timer: 'settle' };

/** When the last step of the listen that is known was taken (ms). */
export function newestOf({ acceptedAt, ringingAt, heardAt }: Facts): number {
  return Math.max(...[acceptedAt, ringingAt, heardAt].map((at) => at ?? -Infinity));
}

/** Whether anything was seen of this listen's call. */
export function isSeen(facts: Facts): boolean {
  return facts.occupied || facts.ringingAt !== null || isHeard(facts);
}

/**
 * Idle once may be too early, the request or a late event still being on its way; idle again, some seconds after the phone's last
 * step, is over.
 */
export function offTheCall(
  facts: Facts,
  outcome: ListenOutcome,
  now: number,
  more: { readonly problem?: Problem | null; readonly provisional?: boolean } = {},
): Step {
  const isStopped = facts.request === 'accepted' && facts.stop.step !== 'none';
  // Answers may be seconds old: one after the other may still be of the time before the phone rang, or before the listen was accepted.
  const mayBeOld = facts.ending === null && now - newestOf(facts) < established;
  if (!isStopped && (facts.unsettled + 1 < settleTries || mayBeOld)) {
    const uncertainFacts = { ...facts, unsettled: facts.unsettled + 1, unanswered: 0 };
    if (!isHeard(facts)) return active(uncertainFacts, askLater);
    // The second answer may be long in coming, and meanwhile nobody can tell.
    if (now - (facts.heardAt ?? now) < established) return active(uncertainFacts, askLater, { kind: 'startTimer', timer: 'ending' });
    const { state, effects } = uncertain(uncertainFacts);
    return { state, effects: [askLater, ...effects] };
  }
  return ended(facts, outcome, now, more);
}
