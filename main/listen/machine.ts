import type { AgentState } from '../../contract/agentState.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { firstFacts, isHeard, type Ending, type Facts, type ListenOutcome, type ListenState } from './facts.ts';
import { mayStillBegin, onEvent, waitForLongCall } from './onEvent.ts';
import { stopWithoutEffect, takenUp } from './outcomeProblem.ts';
import { onAccepted, onRequestAnswered, onStopAsked } from './request.ts';
import { active, ended, still, stoppedOutcome, type ListenEffect, type ListenTimer, type OwnCallQuestion, type Step } from './step.ts';

/** Milliseconds. */
export type ListenTimings = Readonly<Record<ListenTimer, number>>;

export const listenTimings: ListenTimings = {
  /** From the gateway's acceptance, or the first ring, to giving up. */
  ring: 30_000,
  /** Occupied without a ring for this long is a long-call line (ccgateway.md 3.1, 5). */
  longCall: 5_000,
  /** From an accepted stop to asking whether it is over. */
  stop: 3_000,
  /** Between two queries that settle a lost answer. */
  settle: 2_000,
};

export type ListenInput =
  | { readonly kind: 'asked'; readonly agent: ListenedAgent }
  /** A listen that an earlier run of Earshot had under way; the own state will tell whether it still is. */
  | { readonly kind: 'takenUp'; readonly agent: ListenedAgent; readonly heard: boolean }
  | { readonly kind: 'requestAnswered'; readonly failure: Failure | null }
  | { readonly kind: 'event'; readonly event: GatewayEvent }
  | { readonly kind: 'stopAsked' }
  | { readonly kind: 'stopAnswered'; readonly failure: Failure | null }
  /** The answer to `askOwnState`; null when there was none. */
  | { readonly kind: 'ownState'; readonly state: AgentState | null }
  /** The answer to `askOwnCall`; null when the gateway does not say it. */
  | { readonly kind: 'ownCall'; readonly about: OwnCallQuestion; readonly state: AgentState | 'noAnswer' | null }
  | { readonly kind: 'timer'; readonly timer: ListenTimer }
  /** A poll brought no answer: events may be missing. */
  | { readonly kind: 'lost' }
  /** Contact is back after a loss: events may be missing. */
  | { readonly kind: 'regained' }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'dismissed' };

/** The listen machine: what is known and what to do next. Pure; whatever it is given, it answers (design.md, "The listen machine"). */
export function advance(state: ListenState, input: ListenInput, now: number): Step {
  switch (input.kind) {
    case 'asked':
      if (state.kind === 'active') return still(state);
      return active(firstFacts(input.agent, now), { kind: 'request', workNo: input.agent.workNo });
    case 'takenUp':
      if (state.kind === 'active') return still(state);
      return active(
        { ...firstFacts(input.agent, now), request: { lost: takenUp, takenUp: true }, longCall: input.heard },
        { kind: 'askOwnState' },
      );
    case 'dismissed':
      return state.kind === 'ended' ? { state: { kind: 'idle' }, effects: [] } : still(state);
    case 'event':
      return onEvent(state, input.event, now);
    case 'requestAnswered':
      return state.kind === 'active' ? onRequestAnswered(state.facts, input.failure, now) : still(state);
    case 'stopAsked':
      return state.kind === 'active' ? onStopAsked(state.facts, 'asked', now) : still(state);
    case 'stopAnswered':
      return state.kind === 'active' ? onStopAnswered(state.facts, input.failure) : still(state);
    case 'ownState':
      if (state.kind === 'active') return onOwnState(state.facts, input.state, now);
      // As good as the event, which may have been lost: a request that was held up has been carried out.
      return input.state === 'occupied' ? onEvent(state, { type: 'AgentState_Busy' }, now) : still(state);
    case 'ownCall':
      return state.kind === 'active' ? onOwnCall(state.facts, input.about, input.state, now) : still(state);
    case 'timer':
      return state.kind === 'active' ? onTimer(state.facts, input.timer, now) : still(state);
    case 'lost':
      return state.kind === 'active' ? active({ ...state.facts, eventsMayMiss: true }) : still(state);
    case 'regained':
      if (state.kind === 'active') return onRegained({ ...state.facts, eventsMayMiss: true });
      return mayStillBegin(state, now) === null ? still(state) : { state, effects: [{ kind: 'askOwnState' }] };
    case 'sessionEnded':
      return state.kind === 'active' ? ended(state.facts, 'sessionOver', now) : still(state);
  }
}

/** Only the phase of the own call tells whether the lost event was the ring's, or the pick-up's: nobody must wait for either. */
function onRegained(facts: Facts): Step {
  const mayRing = !isHeard(facts) && facts.stop.step === 'none';
  return active(facts, ...(mayRing ? [{ kind: 'askOwnCall', about: 'gap' } as const] : []), { kind: 'askOwnState' });
}

function onStopAnswered(facts: Facts, failure: Failure | null): Step {
  if (facts.stop.step !== 'sent') return active(facts);
  if (failure === null) {
    return active({ ...facts, stop: { ...facts.stop, step: 'accepted' }, unsettled: 0 }, { kind: 'startTimer', timer: 'stop' });
  }
  // Refused may mean that it is over already (ccgateway.md 3.1, 7); lost means that nobody knows. The own state tells.
  const stop = { ...facts.stop, step: 'failed' as const };
  return active({ ...facts, stop, stopProblem: failureProblem(failure), unsettled: 0 }, { kind: 'askOwnState' });
}

function onTimer(facts: Facts, timer: ListenTimer, now: number): Step {
  switch (timer) {
    case 'ring':
      if (isHeard(facts) || facts.stop.step !== 'none') return active(facts);
      // The pick-up may be the event that was lost: nobody who listens must be hung up on.
      return facts.request === 'accepted' ? active(facts, { kind: 'askOwnCall', about: 'ring' }) : onStopAsked(facts, 'ringTimeout', now);
    case 'longCall':
      return mayBeLongCall(facts) ? active(facts, { kind: 'askOwnCall', about: 'longCall' }) : active(facts);
    case 'stop':
    case 'settle':
      return active(facts, { kind: 'askOwnState' });
  }
}

function mayBeLongCall(facts: Facts): boolean {
  return facts.occupied && facts.stop.step === 'none' && waitForLongCall(facts).length > 0;
}

/** The phase of the inspector's own call: the one query that tells ringing from talking; null when the gateway does not say. */
function onOwnCall(facts: Facts, about: OwnCallQuestion, state: AgentState | 'noAnswer' | null, now: number): Step {
  if (facts.stop.step !== 'none' || isHeard(facts)) return active(facts);
  // Nobody who may be listening is hung up on because an answer got lost.
  if (state === 'noAnswer') return active(facts, ...(about === 'gap' ? [] : [{ kind: 'startTimer', timer: about } as const]));
  // It rings, and only the event is missing. After an ending that the events spoke of, the answer is older than they are.
  const ringUntold = state === 'answering' && facts.phone === 'quiet' && facts.ending === null;
  switch (about) {
    case 'ring':
      return state === 'talking' ? heardByQuery(facts, now) : onStopAsked(facts, 'ringTimeout', now);
    case 'longCall':
      if (!mayBeLongCall(facts)) return active(facts);
      if (ringUntold) return onEvent({ kind: 'active', facts }, { type: 'AgentOther_PhoneAlerting' }, now);
      if (state !== null && state !== 'talking') return active(facts, ...waitForLongCall(facts));
      return active({ ...facts, longCall: true, aheadOfEvents: true, heardAt: now }, { kind: 'cancelTimer', timer: 'ring' });
    case 'gap':
      if (ringUntold) return onEvent({ kind: 'active', facts }, { type: 'AgentOther_PhoneAlerting' }, now);
      return state === 'talking' && facts.phone === 'ringing' ? heardByQuery(facts, now) : active(facts);
  }
}

function heardByQuery(facts: Facts, now: number): Step {
  return active(
    { ...facts, phone: 'offHook', aheadOfEvents: true, heardAt: facts.request === 'accepted' ? (facts.heardAt ?? now) : null },
    { kind: 'cancelTimer', timer: 'ring' },
    { kind: 'cancelTimer', timer: 'longCall' },
  );
}

/** How often the own state must contradict what was believed before the contradiction is believed. */
const settleTries = 2;

function onOwnState(facts: Facts, state: AgentState | null, now: number): Step {
  // Whatever was open is still open.
  if (state === null || state === 'unknown') return active(facts, askLater);
  const onACall = state === 'occupied';
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
  if (onACall) return stillOnACall(facts, now);
  if (facts.request === 'sent') return active(facts);
  if (facts.ending !== null) return onEndingBorneOut(facts, facts.ending, now);
  if (typeof facts.request === 'object') {
    return facts.request.takenUp ? offTheCall(facts, takenUpOutcome(facts), now) : offTheCall(facts, 'notStarted', now, facts.request.lost);
  }
  return offTheCall(facts, isHeard(facts) ? 'endedByOtherSide' : 'endedUnseen', now);
}

/** Off the call, as the events had said. Where nothing of this listen was seen, they may have been an earlier call's. */
function onEndingBorneOut(facts: Facts, { outcome, problem }: Ending, now: number): Step {
  if (facts.occupied || facts.ringingAt !== null) return ended(facts, outcome, now, { problem });
  if (typeof facts.request !== 'object') return offTheCall(facts, outcome, now, problem);
  // Whether there was a listen at all is not known: they prove neither its end nor that it never began.
  const unproved: Facts = { ...facts, ending: null, eventsMayMiss: true };
  return offTheCall(unproved, facts.request.takenUp ? takenUpOutcome(facts) : 'notStarted', now, facts.request.lost);
}

/** Of one that the earlier run never heard, nobody knows whether the gateway took it. */
function takenUpOutcome(facts: Facts): ListenOutcome {
  return facts.longCall ? 'endedByOtherSide' : 'endedUnseen';
}

const askLater: ListenEffect = { kind: 'startTimer', timer: 'settle' };

/** Idle once may be too early, the request or a late event still being on its way; idle again is over. */
function offTheCall(facts: Facts, outcome: ListenOutcome, now: number, problem: Problem | null = null): Step {
  const once = facts.request === 'accepted' && facts.stop.step !== 'none';
  if (!once && facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askLater);
  return ended(facts, outcome, now, { problem });
}

/** The gateway has the inspector on a call, so the request was taken; an ending that the events spoke of was an earlier call's. */
function stillOnACall(facts: Facts, now: number): Step {
  const going: Facts = { ...facts, occupied: true, ending: null, unsettled: 0 };
  if (typeof facts.request === 'object') return onAccepted(going, now);
  // The ending that was noted had put off what finds a ring without its event.
  return facts.occupied && facts.ending === null ? active(going) : active(going, ...waitForLongCall(going));
}

function stopHadNoEffect(facts: Facts, now: number): Step {
  if (facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askLater);
  // Still on the call: saying otherwise would be untrue.
  const stopProblem = facts.stopProblem ?? stopWithoutEffect;
  const going: Facts = { ...facts, occupied: true, stop: { step: 'none' }, stopProblem, unsettled: 0, ending: null };
  if (typeof facts.request === 'object') return onAccepted(going, now);
  return isHeard(going) ? active(going) : active(going, { kind: 'startTimer', timer: 'ring' });
}
