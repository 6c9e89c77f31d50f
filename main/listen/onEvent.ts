import type { GatewayEvent } from '../gateway/agentevent.ts';
import { isHeard, type Facts, type ListenOutcome, type ListenState } from './facts.ts';
import { outcomeProblem, outcomeWords } from './outcomeWords.ts';
import { onAccepted } from './request.ts';
import { active, ended, still, stoppedOutcome, type Step } from './step.ts';

/** Takes in an event of the gateway, in any order (ccgateway.md 3.1). */
export function onEvent(state: ListenState, event: GatewayEvent, now: number): Step {
  switch (state.kind) {
    case 'idle':
      return still(state);
    case 'ended':
      return still(refined(state, event));
    case 'active':
      return onActiveEvent(state.facts, event, now);
  }
}

function refined(state: Extract<ListenState, { kind: 'ended' }>, event: GatewayEvent): ListenState {
  if (!state.provisional || event.type !== 'AgentOther_PhoneRelease' || event.by !== 'agent') return state;
  const outcome: ListenOutcome = state.outcome === 'notAnswered' ? 'declined' : 'hungUp';
  return { ...state, outcome, problem: outcomeProblem(outcome), provisional: false };
}

function onActiveEvent(facts: Facts, event: GatewayEvent, now: number): Step {
  switch (event.type) {
    case 'AgentOther_PhoneAlerting':
      // A ring that comes after the pick-up it led to says nothing new.
      if (facts.phone !== 'quiet') return active(facts);
      return active(
        { ...facts, phone: 'ringing', longCall: false, heardAt: null, ringingAt: now },
        { kind: 'cancelTimer', timer: 'longCall' },
        { kind: 'startTimer', timer: 'ring' },
      );
    case 'AgentOther_PhoneOffhook':
      if (facts.phone === 'offHook') return active(facts);
      return active(
        { ...facts, phone: 'offHook', heardAt: facts.request === 'accepted' ? (facts.heardAt ?? now) : null },
        { kind: 'cancelTimer', timer: 'ring' },
        { kind: 'cancelTimer', timer: 'longCall' },
      );
    case 'AgentState_Busy': {
      if (facts.occupied) return active(facts);
      const occupied: Facts = { ...facts, occupied: true };
      if (typeof facts.request === 'object') return onAccepted(occupied, now);
      const mayBeLongCall = facts.request === 'accepted' && facts.phone === 'quiet';
      return active(occupied, ...(mayBeLongCall ? [{ kind: 'startTimer', timer: 'longCall' } as const] : []));
    }
    case 'AgentOther_PhoneRelease':
      return onPhoneRelease(facts, event.by, now);
    case 'AgentOther_PhoneBusy':
      return facts.phone === 'offHook' ? active(facts) : ended(facts, 'phoneUnavailable', now);
    case 'AgentState_SetNotReady_Success':
      return onSetNotReady(facts, event.reason, now);
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
    case 'other':
      return active(facts);
  }
}

function onPhoneRelease(facts: Facts, by: 'platform' | 'agent' | 'unknown', now: number): Step {
  if (facts.phone === 'quiet' && !facts.longCall) {
    // It may belong to the listen before this one; the own state tells.
    return active(facts, ...(facts.request === 'accepted' ? [{ kind: 'askOwnState' } as const] : []));
  }
  if (facts.stop.step !== 'none') return ended(facts, stoppedOutcome(facts), now);
  if (facts.phone === 'ringing') {
    return by === 'agent' ? ended(facts, 'declined', now) : ended(facts, 'notAnswered', now, { problem: outcomeWords.ringEnded });
  }
  return ended(facts, by === 'agent' ? 'hungUp' : 'endedByOtherSide', now);
}

/** Reasons of ccgateway.md 2.2: 2 no answer, 5 phone unavailable, 7 call rejected; the others are the inspector's own doing. */
function onSetNotReady(facts: Facts, reason: number | null, now: number): Step {
  if (isHeard(facts) || facts.request !== 'accepted') return active(facts);
  switch (reason) {
    case 2:
      return ended(facts, 'notAnswered', now);
    case 5:
      return ended(facts, 'phoneUnavailable', now);
    case 7:
      return ended(facts, 'declined', now);
    default:
      return active(facts);
  }
}

/** Idle or in wrap-up again: over, if this listen had come far enough; else it is the late echo of something earlier. */
function onCallOver(facts: Facts, now: number): Step {
  if (!facts.occupied && facts.phone === 'quiet') return active(facts);
  if (facts.stop.step !== 'none' && facts.request !== 'sent') return ended(facts, stoppedOutcome(facts), now);
  if (isHeard(facts)) return ended(facts, 'endedByOtherSide', now, { provisional: true });
  return ended(facts, 'notAnswered', now, { problem: outcomeWords.ringEnded, provisional: true });
}
