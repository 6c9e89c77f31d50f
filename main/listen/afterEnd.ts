import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { AgentState } from '../../contract/agentState.ts';
import type { Facts, ListenState } from './facts.ts';
import { onActiveEvent, pickedUp, rings } from './onEvent.ts';
import type { OwnCall } from './onAnswer.ts';
import { cannotTell, outcomeProblem } from './outcomeProblem.ts';
import { onAccepted } from './request.ts';
import { active, ask, ended, lateAtMost, still, type Step } from './step.ts';

type Ended = Extract<ListenState, { kind: 'ended' }>;

/** A listen that was believed to be over is asked about for so long (ms): after that a call is another one. */
const reopensWithin = 30_000;

/** What is known of a listen that was believed never to have begun, and still may. */
export function mayStillBegin(state: ListenState, now: number): Facts | null {
  return state.kind === 'ended' && state.mayStillBegin !== null && now - state.mayStillBegin.requestedAt <= lateAtMost
    ? state.mayStillBegin
    : null;
}

/** Whether the gateway may still say that it goes on: what it said of the end may have been late, or another call's. */
export function mayReopen(state: Ended, now: number): boolean {
  const { last, outcome, at } = state;
  if (now - at > reopensWithin || outcome === 'sessionOver' || last.request === 'sent') return false;
  // Its own stop is proof enough.
  return !(last.request === 'accepted' && last.stop.step === 'accepted');
}

/** Takes in an event after the end of a listen. */
export function onLateEvent(state: Ended, event: GatewayEvent, now: number): Step {
  const late = mayStillBegin(state, now);
  if (late !== null) {
    const begun = beginsLate(late, event, now);
    if (begun !== null) return begun;
  }
  switch (event.type) {
    case 'AgentState_Busy':
    case 'AgentOther_PhoneAlerting':
    case 'AgentOther_PhoneOffhook':
      // A ring that the gateway began before it got the stop belongs to this listen as well.
      return now - state.at <= reopensWithin && state.outcome !== 'sessionOver' ? { state, effects: [ask(state.last)] } : still(state);
    default:
      return still(refined(state, event));
  }
}

/** Takes in the own state after the end of a listen. */
export function onLateState(state: Ended, told: AgentState | null, now: number): Step {
  return told === 'occupied' ? onLateCall(state, 'occupied', now) : still(state);
}

/** Takes in the phase of the own call after the end of a listen: on a call, it is this one, or one whose request was held up. */
export function onLateCall(state: Ended, told: OwnCall, now: number): Step {
  const late = mayStillBegin(state, now);
  switch (told) {
    case 'answering':
      if (late !== null) return taken(late, now, (begun) => rings(begun, now));
      return isRecent(state, now) ? rings(reopened(state), now) : still(state);
    case 'talking':
      if (late !== null) return taken(late, now, (begun) => pickedUp(begun, now));
      return reopen(state, now);
    case 'preoccupied':
    case 'occupied':
      if (late !== null) return taken(late, now, (begun) => active(begun));
      return reopen(state, now);
    default:
      return still(state);
  }
}

function isRecent(state: Ended, now: number): boolean {
  return now - state.at <= reopensWithin && state.outcome !== 'sessionOver' && state.outcome !== 'refused';
}

/** On a call after all. Whether it is this listen, or another call that just came, nobody but the inspector can tell. */
function reopen(state: Ended, now: number): Step {
  if (!mayReopen(state, now)) return still(state);
  return active({ ...reopened(state), uncertainty: { problem: cannotTell, settledBy: 'inspector' } });
}

/** The listen as it was, with the way it seemed to have ended, should that be confirmed. */
function reopened({ last, outcome, problem }: Ended): Facts {
  return {
    ...last,
    request: 'accepted',
    acceptedAt: last.acceptedAt ?? last.requestedAt,
    occupied: true,
    phone: 'quiet',
    pickUpTold: null,
    stop: { step: 'none' },
    stopProblem: null,
    ending: { outcome, problem, provisional: false },
    unsettled: 0,
    unanswered: 0,
    waiting: false,
    overdue: 'no',
    heardAt: null,
    eventsMayMiss: true,
    // What was said of it, or was uncertain, was about the time before.
    heardByWord: false,
    uncertainty: null,
    checks: 0,
  };
}

/** A request that was held up has been carried out: it is that listen from now on. */
function taken(late: Facts, now: number, then: (begun: Facts) => Step): Step {
  const { state, effects } = onAccepted({ ...begin(late, now), occupied: true }, now);
  if (state.kind !== 'active' || state.facts.stop.step !== 'none') return { state, effects };
  const step = then(state.facts);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

function begin(late: Facts, now: number): Facts {
  // Who had asked to stop it still wants that.
  const stop = late.stop.step === 'none' ? late.stop : ({ step: 'wanted', why: 'asked', at: now } as const);
  return { ...late, ending: null, uncertainty: null, phone: 'quiet', pickUpTold: null, unsettled: 0, unanswered: 0, stop };
}

function beginsLate(late: Facts, event: GatewayEvent, now: number): Step | null {
  switch (event.type) {
    case 'AgentState_Busy':
      return onActiveEvent({ ...begin(late, now), occupied: false }, event, now);
    case 'AgentOther_PhoneAlerting':
    case 'AgentOther_PhoneOffhook':
      return taken(late, now, (begun) => onActiveEvent(begun, event, now));
    case 'AgentOther_PhoneBusy':
      // It was carried out after all, and came to nothing at once.
      return ended({ ...begin(late, now), request: 'accepted' }, late.stop.step === 'none' ? 'phoneUnavailable' : 'stopped', now);
    default:
      return null;
  }
}

function refined(state: Ended, event: GatewayEvent): ListenState {
  if (!state.provisional || event.type !== 'AgentOther_PhoneRelease' || event.by !== 'agent') return state;
  return { ...state, outcome: 'hungUp', problem: outcomeProblem('hungUp'), provisional: false };
}
