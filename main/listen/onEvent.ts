import type { Problem } from '../../contract/problem.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { isHeard, type Facts, type ListenOutcome, type ListenState } from './facts.ts';
import { outcomeProblem, ringEnded } from './outcomeProblem.ts';
import { onAccepted } from './request.ts';
import { active, ended, still, stoppedOutcome, type ListenEffect, type Step } from './step.ts';

/** Takes in an event of the gateway, in any order (ccgateway.md 3.1). */
export function onEvent(state: ListenState, event: GatewayEvent, now: number): Step {
  switch (state.kind) {
    case 'idle':
      return still(state);
    case 'ended':
      return begunLate(state, event, now) ?? still(refined(state, event));
    case 'active':
      return onActiveEvent(state.facts, event, now);
  }
}

/** A request that was held up on its way may be carried out long after its answer was given up. */
const lateAtMost = 120_000;

/** What is known of a listen that was believed never to have begun, and still may. */
export function mayStillBegin(state: ListenState, now: number): Facts | null {
  return state.kind === 'ended' && now - state.at <= lateAtMost ? state.mayStillBegin : null;
}

function begunLate(state: ListenState, event: GatewayEvent, now: number): Step | null {
  const late = mayStillBegin(state, now);
  if (late === null) return null;
  // Who had asked to stop it still wants that.
  const stop = late.stop.step === 'none' ? late.stop : ({ step: 'wanted', why: 'asked', at: now } as const);
  const begun: Facts = { ...late, ending: null, phone: 'quiet', unsettled: 0, stop };
  switch (event.type) {
    case 'AgentState_Busy':
      return onActiveEvent({ ...begun, occupied: false }, event, now);
    case 'AgentOther_PhoneAlerting':
    case 'AgentOther_PhoneOffhook': {
      const { state: taken, effects } = onAccepted({ ...begun, occupied: true }, now);
      const step = onEvent(taken, event, now);
      return { state: step.state, effects: [...effects, ...step.effects] };
    }
    case 'AgentOther_PhoneBusy':
      // It was carried out after all, and came to nothing at once.
      return ended({ ...begun, request: 'accepted' }, begun.stop.step === 'none' ? 'phoneUnavailable' : 'stopped', now);
    default:
      return null;
  }
}

function refined(state: Extract<ListenState, { kind: 'ended' }>, event: GatewayEvent): ListenState {
  if (!state.provisional || event.type !== 'AgentOther_PhoneRelease' || event.by !== 'agent') return state;
  return { ...state, outcome: 'hungUp', problem: outcomeProblem('hungUp'), provisional: false };
}

function onActiveEvent(facts: Facts, event: GatewayEvent, now: number): Step {
  switch (event.type) {
    case 'AgentOther_PhoneAlerting':
      // A ring that comes after the pick-up it led to says nothing new.
      if (facts.phone !== 'quiet') return active({ ...facts, aheadOfEvents: false });
      return active(
        { ...facts, phone: 'ringing', aheadOfEvents: false, longCall: false, heardAt: null, ringingAt: now },
        { kind: 'cancelTimer', timer: 'longCall' },
        { kind: 'startTimer', timer: 'ring' },
      );
    case 'AgentOther_PhoneOffhook':
      if (facts.phone === 'offHook') return active({ ...facts, aheadOfEvents: false });
      return active(
        { ...facts, phone: 'offHook', aheadOfEvents: false, heardAt: facts.request === 'accepted' ? (facts.heardAt ?? now) : null },
        { kind: 'cancelTimer', timer: 'ring' },
        { kind: 'cancelTimer', timer: 'longCall' },
      );
    case 'AgentState_Busy': {
      if (facts.occupied) return active(facts);
      const occupied: Facts = { ...facts, occupied: true };
      return typeof facts.request === 'object' ? onAccepted(occupied, now) : active(occupied, ...waitForLongCall(occupied));
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

/** Occupied without a ring: perhaps a long-call line, which never rings (ccgateway.md 3.1, 5). */
export function waitForLongCall(facts: Facts): readonly ListenEffect[] {
  return facts.request === 'accepted' && facts.phone === 'quiet' ? [{ kind: 'startTimer', timer: 'longCall' }] : [];
}

/** No event told yet that it was heard, so this one may be an earlier call's: noted, and the own state decides as soon as the request is answered. */
function endingAs(facts: Facts, outcome: ListenOutcome, problem: Problem | null = outcomeProblem(outcome)): Step {
  // The first sign is the phone's own, and the most telling.
  const noted: Facts = { ...facts, phone: facts.phone === 'ringing' ? 'quiet' : facts.phone, ending: facts.ending ?? { outcome, problem } };
  return active(noted, { kind: 'cancelTimer', timer: 'longCall' }, ...(facts.request === 'sent' ? [] : [{ kind: 'askOwnState' } as const]));
}

function onPhoneRelease(facts: Facts, by: 'platform' | 'agent' | 'unknown', now: number): Step {
  if (isOurs(facts)) {
    if (facts.stop.step !== 'none') return ended(facts, stoppedOutcome(facts), now);
    return ended(facts, by === 'agent' ? 'hungUp' : 'endedByOtherSide', now);
  }
  if (isHeard(facts)) return endingAs(facts, by === 'agent' ? 'hungUp' : 'endedByOtherSide');
  // A phone that never rang was off-hook already: whether the line was up before it was put down, nobody said.
  if (facts.phone === 'quiet' && facts.occupied) return endingAs(facts, 'endedUnseen');
  const phone = facts.phone === 'offHook' ? 'quiet' : facts.phone;
  return by === 'agent' ? endingAs({ ...facts, phone }, 'declined') : endingAs({ ...facts, phone }, 'notAnswered', ringEnded);
}

/** Reasons of ccgateway.md 2.2: 2 no answer, 5 phone unavailable, 7 call rejected; the others are the inspector's own doing. */
function onSetNotReady(facts: Facts, reason: number | null): Step {
  if (isOurs(facts) || isHeard(facts)) return active(facts);
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

/** Idle or in wrap-up again: over, if this listen was heard; else perhaps the late echo of something earlier. */
function onCallOver(facts: Facts, now: number): Step {
  if (!isOurs(facts)) {
    if (isHeard(facts)) return endingAs(facts, 'endedByOtherSide');
    if (facts.phone !== 'quiet') return endingAs(facts, 'notAnswered', ringEnded);
    // No ring was told of: a long-call line that was up for a moment, or a call that never got as far as the phone.
    if (facts.occupied) return endingAs(facts, 'endedUnseen');
    // With the answer lost, this may be the end of a listen that was over before it was told of.
    return active(typeof facts.request === 'object' ? { ...facts, eventsMayMiss: true } : facts);
  }
  if (facts.stop.step !== 'none') return ended(facts, stoppedOutcome(facts), now);
  return ended(facts, 'endedByOtherSide', now, { provisional: true });
}

/** What the phone and the platform tell now is about this listen: they told that it was heard, or the gateway confirmed its stop. */
function isOurs(facts: Facts): boolean {
  return (isHeard(facts) && !facts.aheadOfEvents) || (facts.request === 'accepted' && facts.stop.step === 'accepted');
}
