import type { AgentState } from '../../contract/agentState.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { firstFacts, isHeard, type Facts, type ListenState } from './facts.ts';
import { onEvent } from './onEvent.ts';
import { outcomeWords } from './outcomeWords.ts';
import { onAccepted, onRequestAnswered, onStopAsked } from './request.ts';
import { active, ended, still, stoppedOutcome, type ListenEffect, type ListenTimer, type Step } from './step.ts';

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
  | { readonly kind: 'requestAnswered'; readonly failure: Failure | null }
  | { readonly kind: 'event'; readonly event: GatewayEvent }
  | { readonly kind: 'stopAsked' }
  | { readonly kind: 'stopAnswered'; readonly failure: Failure | null }
  /** The answer to `askOwnState`; null when there was none. */
  | { readonly kind: 'ownState'; readonly state: AgentState | null }
  | { readonly kind: 'timer'; readonly timer: ListenTimer }
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
      return state.kind === 'active' ? onOwnState(state.facts, input.state, now) : still(state);
    case 'timer':
      return state.kind === 'active' ? onTimer(state.facts, input.timer, now) : still(state);
    case 'regained':
      return state.kind === 'active' ? active(state.facts, { kind: 'askOwnState' }) : still(state);
    case 'sessionEnded':
      return state.kind === 'active' ? ended(state.facts, 'sessionOver', now) : still(state);
  }
}

function onStopAnswered(facts: Facts, failure: Failure | null): Step {
  if (facts.stop.step !== 'sent') return active(facts);
  if (failure === null) {
    return active({ ...facts, stop: { ...facts.stop, step: 'accepted' }, unsettled: 0 }, { kind: 'startTimer', timer: 'stop' });
  }
  // Refused may mean that it is over already (ccgateway.md 3.1, 7); lost means that nobody knows. The own state tells.
  return active({ ...facts, stopProblem: failureProblem(failure), unsettled: 0 }, { kind: 'askOwnState' });
}

function onTimer(facts: Facts, timer: ListenTimer, now: number): Step {
  switch (timer) {
    case 'ring':
      return isHeard(facts) ? active(facts) : onStopAsked(facts, 'ringTimeout', now);
    case 'longCall':
      if (facts.request !== 'accepted' || !facts.occupied || facts.phone !== 'quiet' || facts.stop.step !== 'none') return active(facts);
      return active({ ...facts, longCall: true, heardAt: now }, { kind: 'cancelTimer', timer: 'ring' });
    case 'stop':
    case 'settle':
      return active(facts, { kind: 'askOwnState' });
  }
}

/** Queries this many times before an "idle" that contradicts an unanswered or accepted request is believed, or an "occupied" after a stop. */
const settleTries = 2;

function onOwnState(facts: Facts, state: AgentState | null, now: number): Step {
  const askAgain: ListenEffect = { kind: 'startTimer', timer: 'settle' };
  if (state === null || state === 'unknown') {
    return isOpen(facts) ? active(facts, askAgain) : active(facts);
  }
  const onACall = state === 'occupied';
  if (facts.stop.step === 'sent' || facts.stop.step === 'accepted') {
    if (!onACall) return ended(facts, stoppedOutcome(facts), now);
    if (facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askAgain);
    // Still on the call: the stop did not work, and saying otherwise would be untrue.
    const stopProblem = facts.stopProblem ?? outcomeWords.stopWithoutEffect;
    const resumed: Facts = { ...facts, occupied: true, stop: { step: 'none' }, stopProblem, unsettled: 0 };
    return typeof facts.request === 'object' ? onAccepted(resumed, now) : active(resumed);
  }
  if (typeof facts.request === 'object') {
    if (onACall) return onAccepted({ ...facts, occupied: true }, now);
    // The request may still be on its way: the first "idle" is not yet the answer.
    if (facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askAgain);
    return ended(facts, 'notStarted', now, { problem: facts.request.lost });
  }
  if (facts.request !== 'accepted') return active(facts);
  if (onACall) return active({ ...facts, occupied: true, unsettled: 0 });
  if (facts.unsettled + 1 < settleTries) return active({ ...facts, unsettled: facts.unsettled + 1 }, askAgain);
  return ended(facts, isHeard(facts) ? 'endedByOtherSide' : 'notAnswered', now);
}

/** Whether something is still to be settled by a query. */
function isOpen(facts: Facts): boolean {
  return typeof facts.request === 'object' || facts.stop.step === 'sent' || facts.stop.step === 'accepted';
}
