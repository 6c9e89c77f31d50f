import type { AgentState } from '../../contract/agentState.ts';
import { uncertain, uncertaintyOnACall, onNoAnswer } from './uncertainty.ts';
import { isHeard, type Ending, type Facts } from './facts.ts';
import { askLater, established, isSeen, newestOf, offTheCall, settleTries } from './offTheCall.ts';
import { pickedUp, rings } from './onEvent.ts';
import { stopWithoutEffect } from './outcomeProblem.ts';
import { onAccepted, onStopAsked } from './request.ts';
import { active, ask, ended, stoppedOutcome, type Step } from './step.ts';
import { begunAfterAll, neverBegunOrEnded, neverBegunOrOver } from './unansweredRequest.ts';

/** The phase of the own call; null: the gateway does not say it; `noAnswer`: none came. */
export type OwnCall = AgentState | 'noAnswer' | null;

/** An answer that denies an end that events told of is asked about so often again, soon. */
export const checksAfterDenial = 3;

/** A pick-up that an answer alone told of is asked about so often again, soon: the answer may be of the call before. */
const checksAfterFinding = 2;

/** Takes in the phase of the inspector's own call: the one answer that tells ringing from talking. */
export function onOwnCall(before: Facts, state: OwnCall, now: number, askedAt = now): Step {
  if (before.stop.step !== 'none') return active(before);
  if (state === 'noAnswer') return onNoAnswer(before);
  const facts = told(before);
  switch (state) {
    case null:
      return onBlind({ ...facts, blind: true }, now);
    case 'talking':
      // The call before, or this one already, whose end may come before its answer: that it never began is not to be said any more.
      if (facts.request === 'sent') return active({ ...facts, eventsMayMiss: true });
      if (isOfCallBefore(facts, askedAt)) return active({ ...facts, occupied: true }, askLater);
      return whileOnACall(facts, now, (going) =>
        going.phone === 'offHook' ? active({ ...going, pickUpTold: null }) : pickedUp(foundPickedUp(going), now),
      );
    case 'answering':
      if (facts.request === 'sent') return facts.phone === 'quiet' ? rings({ ...facts, occupied: true }, now) : active(facts);
      return whileOnACall(facts, now, (going) => onStillRinging(facts, going, now));
    case 'preoccupied':
    case 'occupied':
      // On a call, in no phase that would contradict a pick-up.
      return whileOnACall(facts, now, (going) => (going.pickUpTold === null ? active(going) : pickedUp(going, now)));
    case 'unknown':
      return active(facts);
    case 'signedOut':
    case 'idle':
    case 'wrapUp':
    case 'busy':
    case 'rest':
    case 'preRest':
    case 'study':
      return onOwnState(facts, state, now, askedAt);
  }
}

/** Takes in the own state; null: no answer came. */
export function onOwnState(before: Facts, state: AgentState | null, now: number, askedAt = now): Step {
  if (state === null) return onNoAnswer(before, askLater);
  const facts = told(before);
  // Whatever was open is still open.
  if (state === 'unknown') return active(facts, askLater);
  const onACall = state === 'occupied';
  // What was so before is no news: the request was not carried out yet, or the phone did not ring.
  if (!onACall && askedAt < newestOf(facts)) return active(facts, askLater);
  switch (facts.stop.step) {
    case 'sent':
      // Its answer is on its way and knows better.
      return active(onACall ? { ...facts, occupied: true } : facts);
    case 'accepted':
    case 'failed':
      return onACall ? stopHadNoEffect(facts, now) : offTheCall(facts, stoppedOutcome(facts), now);
    case 'none':
    case 'wanted':
      break;
  }
  if (facts.request === 'sent') return active(onACall ? { ...facts, ending: null } : facts);
  if (onACall) return whileOnACall(facts, now, (going) => (facts.blind && facts.overdue !== 'no' ? uncertain(going) : active(going)));
  if (facts.ending !== null) return onEndingBorneOut(facts, facts.ending, now);
  if (typeof facts.request === 'object') return neverBegunOrOver(facts, facts.request, now);
  if (!isSeen(facts) && !facts.eventsMayMiss) {
    // Accepted, and the platform has yet to call: slow ones take many seconds.
    return facts.overdue === 'no' ? active({ ...facts, unanswered: 0 }) : onStopAsked(facts, 'ringTimeout', now);
  }
  return offTheCall(facts, isHeard(facts) ? 'endedByOtherSide' : 'endedUnseen', now, { provisional: true });
}

/** Whether "talking" may be of the listen before, which ended a moment ago: this one's ring, told of or not, is to be shown. */
function isOfCallBefore({ phone, pickUpTold, earlierUntil }: Facts, askedAt: number): boolean {
  return phone !== 'offHook' && pickUpTold === null && earlierUntil !== null && askedAt - earlierUntil < established;
}

function told(facts: Facts): Facts {
  return facts.waiting ? { ...facts, waiting: false } : facts;
}

function foundPickedUp(going: Facts): Facts {
  return going.pickUpTold === null ? { ...going, checks: checksAfterFinding } : going;
}

/** Events alone tell the phases here: a pick-up that waited for an answer is believed. */
function onBlind(facts: Facts, now: number): Step {
  if (facts.pickUpTold === null) return active(facts, ask(facts));
  const { state, effects } = pickedUp(facts, now);
  return { state, effects: [...effects, ask(facts)] };
}

/** The gateway has the inspector on a call, so the request was taken, and an ending that the events spoke of was an earlier call's. */
function whileOnACall(facts: Facts, now: number, then: (going: Facts) => Step): Step {
  const { state, effects } = goesOn(facts, now, then);
  const isBorneOut = state.kind === 'active' && isHeard(state.facts);
  return { state, effects: isBorneOut ? [...effects, { kind: 'startTimer', timer: 'lapse' }] : effects };
}

function goesOn(facts: Facts, now: number, then: (going: Facts) => Step): Step {
  // Perhaps still the call before: this request has not been answered.
  if (facts.request === 'sent') return active(facts);
  const going: Facts = {
    ...facts,
    occupied: true,
    ending: null,
    unsettled: 0,
    unanswered: 0,
    checks: facts.ending === null ? Math.max(0, facts.checks - 1) : checksAfterDenial,
    uncertainty: uncertaintyOnACall(facts),
  };
  return typeof facts.request === 'object' ? begunAfterAll(going, now, then) : then(going);
}

/** Off the call, as the events had said. Where nothing of this listen was seen, they may have been an earlier call's. */
function onEndingBorneOut(facts: Facts, { outcome, problem, provisional }: Ending, now: number): Step {
  if (isSeen(facts)) return ended(facts, facts.pickUpTold === null ? outcome : 'endedUnseen', now, { problem, provisional });
  if (typeof facts.request !== 'object') return offTheCall(facts, outcome, now, { problem });
  return neverBegunOrEnded(facts, facts.request, now);
}

/** The phone rings: found without its event, or still, or it never was picked up although an event said so. */
function onStillRinging(before: Facts, going: Facts, now: number): Step {
  if (before.heardByWord) return active(going);
  const notPickedUp: Facts = { ...going, pickUpTold: null };
  switch (going.phone) {
    case 'quiet':
      return rings(notPickedUp, now);
    case 'offHook':
      // One answer may be older than the pick-up, which is asked about once more.
      return before.unsettled + 1 < settleTries
        ? active({ ...going, unsettled: before.unsettled + 1, pickUpTold: going.heardAt ?? now })
        : rings(notPickedUp, now);
    case 'ringing':
      // One answer may have crossed the pick-up, and nobody who listens must be hung up on.
      return going.overdue === 'surely' ? onStopAsked(notPickedUp, 'ringTimeout', now) : active(notPickedUp);
  }
}

function stopHadNoEffect(facts: Facts, now: number): Step {
  if (facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askLater);
  // Still on the call: saying otherwise would be untrue.
  const stopProblem = facts.stopProblem ?? stopWithoutEffect;
  const going: Facts = { ...facts, occupied: true, stop: { step: 'none' }, stopProblem, unsettled: 0, ending: null };
  if (typeof facts.request === 'object') return onAccepted(going, now);
  return active(going, { kind: 'startTimer', timer: isHeard(going) ? 'lapse' : 'ring' });
}
