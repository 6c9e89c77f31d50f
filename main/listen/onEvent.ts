import type { Problem } from '../../contract/problem.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { isHeard, type Facts, type ListenOutcome } from './facts.ts';
import { outcomeProblem, ringEnded } from './outcomeProblem.ts';
import { onAccepted } from './request.ts';
import { active, ask, ended, stoppedOutcome, type Step } from './step.ts';

/** Takes in an event during a listen, in any order (protocol.md 3.1). It may be late, doubled or an earlier call's. */
export function onActiveEvent(facts: Facts, event: GatewayEvent, now: number): Step {
  switch (event.type) {
    case 'AgentOther_PhoneAlerting':
      return facts.phone === 'quiet' || isPickUpOver(facts) ? rings({ ...facts, pickUpTold: null }, now) : active(facts);
    case 'AgentOther_PhoneOffhook':
      return onPickUp(facts, now);
    case 'AgentState_Busy': {
      const occupied: Facts = { ...facts, occupied: true };
      return typeof facts.request === 'object' ? onAccepted(occupied, now) : active(occupied);
    }
    case 'AgentOther_PhoneRelease':
      return onPhoneRelease(facts, event.by, now);
    case 'AgentOther_PhoneBusy':
      return facts.phone === 'offHook' ? active(facts) : endingAs(facts, 'phoneUnavailable');
    case 'AgentState_SetNotReady_Success':
      return onSetNotReady(facts, event.reason);
    case 'AgentState_Ready':
    case 'AgentState_Force_Ready':
    case 'AgentState_Work':
      return onCallOver(facts, now);
    case 'AgentState_SetWork_Success':
    case 'AgentState_CancelWork_Success':
    case 'AgentState_CancelNotReady_Success':
    case 'AgentState_SetRest_Success':
    case 'AgentState_CancelRest_Success':
    case 'AgentState_Force_SetNotReady':
    case 'AgentOther_InService':
    case 'AgentOther_ShutdownService':
    case 'AgentOther_PhoneUnknow':
    case 'AgentOther_BeQcStart':
    case 'AgentOther_BeQcStop':
    case 'other':
      return active(facts);
  }
}

/** The phone rings for this listen: said at once, as seconds count, and asked about. */
export function rings(facts: Facts, now: number): Step {
  const ringing: Facts = { ...facts, phone: 'ringing', ringingAt: now, heardAt: null, overdue: 'no', uncertainty: null };
  return active(ringing, { kind: 'startTimer', timer: 'ring' }, ...(facts.blind ? [] : [ask(facts)]));
}

/** Where events alone tell: whether an end was told of after the pick-up, so that a ring after both is the one that counts. */
function isPickUpOver({ phone, pickUpTold, blind, ending, uncertainty, heardByWord, stop }: Facts): boolean {
  if (heardByWord || stop.step !== 'none') return false;
  if (phone === 'offHook') return blind && (ending !== null || uncertainty?.settledBy === 'inspector');
  return pickUpTold !== null && ending !== null;
}

/** The line is up. `since`: when that was told first. */
export function pickedUp(facts: Facts, now: number): Step {
  const since = facts.pickUpTold ?? now;
  const heardAt = facts.request === 'accepted' ? (facts.heardAt ?? since) : null;
  return active(
    {
      ...facts,
      phone: 'offHook',
      pickUpTold: null,
      overdue: 'no',
      heardAt,
      uncertainty: facts.uncertainty?.settledBy === 'inspector' ? facts.uncertainty : null,
    },
    { kind: 'cancelTimer', timer: 'ring' },
    { kind: 'cancelTimer', timer: 'uncertain' },
    { kind: 'startTimer', timer: 'lapse' },
  );
}

/** "Listening" is said when the gateway's answer bears the pick-up out; where it has no such answer, the event is all there is. */
function onPickUp(facts: Facts, now: number): Step {
  if (facts.phone === 'offHook') return active(facts);
  if (facts.blind) return pickedUp(facts, now);
  return active({ ...facts, pickUpTold: facts.pickUpTold ?? now }, ask(facts), { kind: 'startTimer', timer: 'uncertain' });
}

/** Noted; the own state decides as soon as the request is answered. */
function endingAs(
  facts: Facts,
  outcome: ListenOutcome,
  { problem = outcomeProblem(outcome), provisional = false }: { readonly problem?: Problem | null; readonly provisional?: boolean } = {},
): Step {
  // The phone's own sign is the most telling.
  const ending = facts.ending === null || facts.ending.provisional ? { outcome, problem, provisional } : facts.ending;
  if (facts.request === 'sent') return active({ ...facts, ending });
  return active({ ...facts, ending }, { kind: 'askOwnState' }, { kind: 'startTimer', timer: 'ending' });
}

function onPhoneRelease(facts: Facts, by: 'platform' | 'agent' | 'unknown', now: number): Step {
  if (isStopAccepted(facts)) return ended(facts, stoppedOutcome(facts), now);
  if (isHeard(facts)) return endingAs(facts, by === 'agent' ? 'hungUp' : 'endedByOtherSide');
  // A phone that never rang was off-hook already: whether the line was up before it was put down, nobody said.
  if (facts.phone === 'quiet' && facts.occupied) return endingAs(facts, 'endedUnseen');
  return by === 'agent' ? endingAs(facts, 'declined') : endingAs(facts, 'notAnswered', { problem: ringEnded });
}

/** Reasons of protocol.md 2.2: 2 no answer, 5 phone unavailable, 7 call rejected; the others are the inspector's own doing. */
function onSetNotReady(facts: Facts, reason: number | null): Step {
  if (isHeard(facts)) return active(facts);
  switch (reason) {
    case 2:
      return endingAs(facts, 'notAnswered');
    case 5:
      return endingAs(facts, 'phoneUnavailable');
    case 7:
      return endingAs(facts, 'declined');
    default:
      return active(facts);
  }
}

/** Idle or in wrap-up again: over, or the late echo of something earlier. */
function onCallOver(facts: Facts, now: number): Step {
  if (isStopAccepted(facts)) return ended(facts, stoppedOutcome(facts), now);
  if (isHeard(facts)) return endingAs(facts, 'endedByOtherSide', { provisional: true });
  if (facts.phone !== 'quiet') return endingAs(facts, 'notAnswered', { problem: ringEnded });
  // No ring was told of: a long-call line that was up for a moment, or a call that never got as far as the phone.
  if (facts.occupied) return endingAs(facts, 'endedUnseen');
  // With the answer lost, this may be the end of a listen that was over before it was told of.
  return active(typeof facts.request === 'object' ? { ...facts, eventsMayMiss: true } : facts);
}

/** The gateway confirmed the stop: what comes now is its end. */
function isStopAccepted(facts: Facts): boolean {
  return facts.request === 'accepted' && facts.stop.step === 'accepted';
}
