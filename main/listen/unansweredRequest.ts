import { offTheCall } from './offTheCall.ts';
import type { Facts, ListenOutcome, Request } from './facts.ts';
import { onAccepted } from './request.ts';
import type { Step } from './step.ts';

type Unanswered = Exclude<Request, string>;

/**
 * The request's answer was lost, so that nobody knows whether the gateway took it: the inspector's own state settles it. On a call: it did,
 * and the listen goes on.
 */
export function begunAfterAll(going: Facts, now: number, then: (going: Facts) => Step): Step {
  const accepted = onAccepted(going, now);
  if (accepted.state.kind !== 'active' || accepted.state.facts.stop.step !== 'none') return accepted;
  const step = then(accepted.state.facts);
  return { state: step.state, effects: [...accepted.effects, ...step.effects] };
}

/** On no call, said twice: it never began; or, where an earlier run of Earshot had asked for it, it is over. */
export function neverBegunOrOver(facts: Facts, { takenUp, lost }: Unanswered, now: number): Step {
  return takenUp ? offTheCall(facts, takenUpOutcome(facts), now) : offTheCall(facts, 'notStarted', now, { problem: lost });
}

/** The same after events of an end, where nothing of this listen was seen: they may have been an earlier call's, and prove neither. */
export function neverBegunOrEnded(facts: Facts, request: Unanswered, now: number): Step {
  return neverBegunOrOver({ ...facts, ending: null, eventsMayMiss: true }, request, now);
}

/** Of one that the earlier run never heard, nobody knows whether the gateway took it. */
function takenUpOutcome(facts: Facts): ListenOutcome {
  return facts.phone === 'offHook' ? 'endedByOtherSide' : 'endedUnseen';
}
