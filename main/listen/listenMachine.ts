import type { AgentState } from '../../contract/agentState.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { mayReopen, mayStillBegin, onLateCall, onLateEvent, onLateState } from './afterEnd.ts';
import { firstFacts, isHeard, shownListen, type Facts, type ListenState } from './facts.ts';
import { uncertain } from './uncertainty.ts';
import { checksAfterDenial, onOwnCall, onOwnState, type OwnCall } from './onAnswer.ts';
import { onActiveEvent, rings } from './onEvent.ts';
import { takenUp } from './outcomeProblem.ts';
import { onRequestAnswered, onRequestDenied, onStopAsked } from './request.ts';
import { active, ask, ended, still, type ListenTimer, type Step } from './step.ts';
import { isUncertain, watchIntervals, type Watch } from './watch.ts';

/** Milliseconds. */
export type ListenTimings = Readonly<Record<ListenTimer | Watch | 'answer', number>>;

export const listenTimings: ListenTimings = {
  /** From the gateway's acceptance, or the first ring, to asking whether the phone is to ring on. */
  ring: 30_000,
  /** From then on to hanging up, if the gateway says that it still rings. */
  overdue: 6_000,
  /** So long a pick-up that an event told of waits for an answer before it is said that nobody can tell. */
  uncertain: 3_000,
  /** So long an end does: who believes to listen and does not is worse off than who waits. */
  ending: 2_000,
  /** So long "listening" is believed without an answer that confirms it: what is untrue for five seconds is a lie. */
  lapse: 4_800,
  /** From an accepted stop to asking whether it is over. */
  stop: 3_000,
  /** Between two queries that settle a lost answer. */
  settle: 2_000,
  /** So long an answer is waited for: the next question may be answered sooner. */
  answer: 8_000,
  ...watchIntervals,
};

export type ListenInput =
  | { readonly kind: 'asked'; readonly agent: ListenedAgent }
  /** A listen that an earlier run of Earshot had under way; the own state will tell whether it still is. */
  | { readonly kind: 'takenUp'; readonly agent: ListenedAgent; readonly heard: boolean }
  | { readonly kind: 'requestAnswered'; readonly failure: Failure | null }
  /** Earshot did not send the request. */
  | { readonly kind: 'withheld'; readonly problem: Problem }
  | { readonly kind: 'event'; readonly event: GatewayEvent }
  | { readonly kind: 'stopAsked' }
  | { readonly kind: 'stopAnswered'; readonly failure: Failure | null }
  /** The inspector's own word, where nobody else can tell. */
  | { readonly kind: 'hearing'; readonly hears: boolean }
  /** The answer to `askOwnState`; null when there was none. `askedAt`: when the question was asked; without it, now. */
  | { readonly kind: 'ownState'; readonly state: AgentState | null; readonly askedAt?: number }
  /** The answer to `askOwnCall`. */
  | { readonly kind: 'ownCall'; readonly state: OwnCall; readonly askedAt?: number }
  | { readonly kind: 'timer'; readonly timer: ListenTimer }
  /** The list of agents came: what it says of the inspector and of who is listened to; null: nothing. */
  | { readonly kind: 'list'; readonly own: AgentState | null; readonly agent: AgentState | null }
  /** It is time to ask again (watch.ts). */
  | { readonly kind: 'watch' }
  /** A poll brought no answer: events may be missing. */
  | { readonly kind: 'lost' }
  /** Contact is back after a loss: events may be missing. */
  | { readonly kind: 'regained' }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'dismissed' };

/** The listen machine: what is known and what to do next. Pure; whatever it is given, it answers (architecture.md, "The flows"). */
export function advance(state: ListenState, input: ListenInput, now: number): Step {
  switch (state.kind) {
    case 'idle':
      return onIdle(state, input, now);
    case 'ended':
      return onEnded(state, input, now);
    case 'active':
      return onActive(state.facts, input, now);
  }
}

function begins(state: ListenState, agent: ListenedAgent, now: number): Step {
  const earlierUntil = state.kind === 'ended' && state.outcome !== 'refused' && state.outcome !== 'notStarted' ? state.at : null;
  return active(firstFacts(agent, now, { earlier: mayStillBegin(state, now), earlierUntil }), { kind: 'request', workNo: agent.workNo });
}

function takesUp(agent: ListenedAgent, heard: boolean, now: number): Step {
  const facts = firstFacts(agent, now);
  return active({ ...facts, request: { lost: takenUp, takenUp: true }, phone: heard ? 'offHook' : 'quiet' }, { kind: 'askOwnState' });
}

function onIdle(state: ListenState, input: ListenInput, now: number): Step {
  switch (input.kind) {
    case 'asked':
      return begins(state, input.agent, now);
    case 'takenUp':
      return takesUp(input.agent, input.heard, now);
    default:
      return still(state);
  }
}

function onEnded(state: Extract<ListenState, { kind: 'ended' }>, input: ListenInput, now: number): Step {
  switch (input.kind) {
    case 'asked':
      return begins(state, input.agent, now);
    case 'takenUp':
      return takesUp(input.agent, input.heard, now);
    case 'dismissed':
      return { state: { kind: 'idle' }, effects: [] };
    case 'event':
      return onLateEvent(state, input.event, now);
    case 'ownState':
      return onLateState(state, input.state, now);
    case 'ownCall':
      return input.state === null ? { state, effects: [{ kind: 'askOwnState' }] } : onLateCall(state, input.state, now);
    case 'list':
      return isUncertain(state, input.own, null) && isOpen(state, now) ? { state, effects: [ask(state.last)] } : still(state);
    case 'watch':
    case 'regained': {
      return isOpen(state, now) ? { state, effects: [ask(state.last)] } : still(state);
    }
    case 'timer': {
      // Refused, and the one before it still hangs: until an answer tells, it may be what the inspector hears.
      const late = state.outcome === 'refused' && input.timer === 'uncertain' ? mayStillBegin(state, now) : null;
      return late === null ? still(state) : active(late, { kind: 'askOwnState' });
    }
    case 'requestAnswered':
    case 'withheld':
    case 'stopAsked':
    case 'stopAnswered':
    case 'hearing':
    case 'lost':
    case 'sessionEnded':
      return still(state);
  }
}

/** Whether the gateway may still say that it goes on, or begins. */
function isOpen(state: Extract<ListenState, { kind: 'ended' }>, now: number): boolean {
  return mayStillBegin(state, now) !== null || mayReopen(state, now);
}

function onActive(facts: Facts, input: ListenInput, now: number): Step {
  switch (input.kind) {
    case 'asked':
    case 'takenUp':
    case 'dismissed':
      return active(facts);
    case 'event':
      return onActiveEvent(facts, input.event, now);
    case 'requestAnswered':
      return onRequestAnswered(facts, input.failure, now);
    case 'withheld':
      return onRequestDenied(facts, input.problem, now);
    case 'stopAsked':
      return onStopAsked(facts, 'asked', now);
    case 'stopAnswered':
      return onStopAnswered(facts, input.failure);
    case 'hearing':
      return onOwnWord(facts, input.hears, now);
    case 'ownState':
      return onOwnState(facts, input.state, now, input.askedAt);
    case 'ownCall':
      return onOwnCall(facts, input.state, now, input.askedAt);
    case 'timer':
      return onTimer(facts, input.timer);
    case 'list':
      return onList(facts, input.own, input.agent, now);
    case 'watch':
      return active({ ...facts, waiting: true }, ask(facts));
    case 'lost':
      return active({ ...facts, eventsMayMiss: true });
    case 'regained':
      return active({ ...facts, eventsMayMiss: true }, ask(facts));
    case 'sessionEnded':
      return ended(facts, 'sessionOver', now);
  }
}

/** Lists are old when they come and prove nothing, but a ring that one tells of is shown at once: seconds count. */
function onList(facts: Facts, own: AgentState | null, agent: AgentState | null, now: number): Step {
  if (!isUncertain({ kind: 'active', facts }, own, agent)) return active(facts);
  return own === 'answering' && facts.phone === 'quiet' ? rings(facts, now) : active(facts, ask(facts));
}

function onStopAnswered(facts: Facts, failure: Failure | null): Step {
  if (facts.stop.step !== 'sent') return active(facts);
  if (failure === null) {
    const accepted: Facts = { ...facts, stop: { ...facts.stop, step: 'accepted' }, unsettled: 0 };
    return active(accepted, { kind: 'startTimer', timer: 'stop' }, ...(facts.ending === null ? [] : [{ kind: 'askOwnState' } as const]));
  }
  // Refused may mean that it is over already (protocol.md 3.1 step 7); lost means that nobody knows. The own state tells.
  const stop = { ...facts.stop, step: 'failed' as const };
  return active({ ...facts, stop, stopProblem: failureProblem(failure), unsettled: 0 }, { kind: 'askOwnState' });
}

function onTimer(facts: Facts, timer: ListenTimer): Step {
  switch (timer) {
    case 'ring':
      if (isHeard(facts) || facts.stop.step !== 'none') return active(facts);
      // The pick-up may be the event that was lost: nobody who listens must be hung up on.
      return active(
        { ...facts, overdue: 'once' },
        ask(facts),
        { kind: 'startTimer', timer: 'overdue' },
        { kind: 'startTimer', timer: 'uncertain' },
      );
    case 'overdue':
      return facts.overdue === 'no' ? active(facts) : active({ ...facts, overdue: 'surely' }, ask(facts));
    case 'uncertain':
      return facts.pickUpTold !== null || isEndOpen(facts) || (facts.overdue !== 'no' && facts.unanswered > 0)
        ? uncertainNow(facts)
        : active(facts);
    case 'ending':
      return isEndOpen(facts) ? uncertainNow(facts) : active(facts);
    case 'lapse':
      return isHeard(facts) && !facts.heardByWord ? uncertainNow(facts) : active(facts);
    case 'stop':
    case 'settle':
      return active(facts, { kind: 'askOwnState' });
  }
}

/** Whether something spoke of an end that no answer has confirmed, or denied twice: one denial may be old. */
function isEndOpen(facts: Facts): boolean {
  return facts.ending !== null || (isHeard(facts) && (facts.unsettled > 0 || facts.checks >= checksAfterDenial));
}

function uncertainNow(facts: Facts): Step {
  return facts.stop.step === 'none' && facts.request !== 'sent' ? uncertain(facts) : active(facts);
}

/** Where nobody else can tell, the inspector can: they hear the call, or they do not, and then nothing of it is to be left over. */
function onOwnWord(facts: Facts, hears: boolean, now: number): Step {
  // Else it was settled while the hand was on its way, and what the gateway says stands.
  if (shownListen({ kind: 'active', facts }).kind !== 'outcomeUnknown' || facts.request === 'sent') return active(facts);
  const settled: Facts = { ...facts, uncertainty: null, ending: null, pickUpTold: null, overdue: 'no', unsettled: 0, unanswered: 0 };
  if (!hears) return onStopAsked({ ...settled, phone: 'quiet', heardAt: null }, 'asked', now);
  const heardAt = facts.heardAt ?? facts.pickUpTold ?? now;
  return active(
    { ...settled, request: 'accepted', acceptedAt: facts.acceptedAt ?? now, phone: 'offHook', heardByWord: true, heardAt },
    { kind: 'cancelTimer', timer: 'ring' },
    { kind: 'cancelTimer', timer: 'uncertain' },
  );
}
