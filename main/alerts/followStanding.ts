import type { Settings } from '../../contract/settings.ts';
import type { Listen } from '../../contract/state.ts';
import { callsAfter, noCalls, withoutCall, type BegunCall } from './standingCalls.ts';
import { onStandingListen, unheard } from './standingListen.ts';
import type { StandingAgent } from './standingOrder.ts';
import {
  endStanding,
  nothingBegun,
  pauseOf,
  still,
  waiting,
  type StandingAdvance,
  type StandingObstacle,
  type StandingState,
} from './standingState.ts';
import { closesAfter, isOpen } from './standingTime.ts';

export type StandingInput =
  /** The roster was polled: the agents in the order in which they are chosen. */
  | { readonly kind: 'looked'; readonly look: readonly StandingAgent[]; readonly mode: Settings['followMode'] }
  /** Time passed; `date`: the computer's, milliseconds since 1970. */
  | { readonly kind: 'time'; readonly date: number }
  | { readonly kind: 'obstacleChanged'; readonly obstacle: StandingObstacle | null }
  /** "Listen" to the question. */
  | { readonly kind: 'accepted' }
  /** "Not now". */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'held'; readonly held: boolean }
  /** Earshot itself refused the listen that it asked for. */
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'listen'; readonly listen: Listen };

/** The machine of a standing listen. Pure: whatever it is given, it answers; any obstacle pauses it. */
export function advanceStanding(state: StandingState, input: StandingInput, now: number): StandingAdvance {
  const { step } = state;
  switch (input.kind) {
    case 'looked':
      return looked(state, input.look, input.mode, now);
    case 'time':
      return timePassed(state, input.date, now);
    case 'obstacleChanged':
      return still(paused(withObstacle(state, input.obstacle)));
    case 'held':
      return still(paused({ ...state, hold: input.held ? (state.hold ?? 'byHand') : null }));
    case 'accepted':
      return step.kind === 'asking' ? asksFor(state, step, false) : still(state);
    case 'skipped':
      return still(step.kind === 'asking' ? asksNext({ ...state, calls: withoutCall(state.calls, step.agent.workNo) }) : state);
    case 'notAsked':
      return still(step.kind === 'calling' ? unheard(state, step, 'refused') : state);
    case 'listen':
      return onStandingListen(state, input.listen);
  }
}

function looked(state: StandingState, look: readonly StandingAgent[], mode: Settings['followMode'], now: number): StandingAdvance {
  const { step } = state;
  const takes = pauseOf(state) === null && (step.kind === 'waiting' || step.kind === 'asking');
  const next = { ...state, calls: callsAfter(state.calls, look, takes, now), here: look.length };
  if (!takes) return still(next);
  const [first] = next.calls.begun;
  if (step.kind === 'waiting') {
    if (first === undefined) return still(next);
    return mode === 'ask' ? still(asks(next, first)) : asksFor(next, first, true);
  }
  const asked = next.calls.begun.find((call) => call.agent.workNo === step.agent.workNo);
  // Its call is over. One that began meanwhile is asked about, whatever the mode is now: it has gone on for a while.
  return still(asked === undefined ? asksNext(next) : asks(next, asked));
}

function asks(state: StandingState, call: BegunCall): StandingState {
  return { ...state, step: { kind: 'asking', ...call } };
}

/** Asks about the next call that began, if there is one. */
function asksNext(state: StandingState): StandingState {
  const [next] = state.calls.begun;
  return next === undefined ? { ...state, step: waiting } : asks(state, next);
}

/** Calls that began beside the one that is listened to are passed over: they go on unheard until the listen is over. */
function asksFor(state: StandingState, { agent, since, phase }: BegunCall, byItself: boolean): StandingAdvance {
  return {
    state: { ...nothingBegun(state), step: { kind: 'calling', byItself, agent, since, phase } },
    effects: [{ kind: 'listen', agent }],
  };
}

function timePassed(state: StandingState, date: number, now: number): StandingAdvance {
  const { time } = state.plan;
  if (time.kind === 'hours') return now >= state.until ? endStanding(state, 'hoursOver') : still(state);
  if (now >= state.until || (state.closesAt !== null && date >= state.closesAt)) return endStanding(state, 'windowOver');
  const open = isOpen(time, date);
  const closesAt = open ? Math.min(state.closesAt ?? Infinity, closesAfter(time, date)) : state.closesAt;
  return still(open === state.open && closesAt === state.closesAt ? state : paused({ ...state, open, closesAt }));
}

/** Who was free before the agents could not be seen may have taken a call unseen: all are evaluated again. */
function withObstacle(state: StandingState, obstacle: StandingObstacle | null): StandingState {
  if (obstacle === state.obstacle) return state;
  const next = { ...state, obstacle };
  return isBlind(obstacle) || isBlind(state.obstacle) ? { ...next, calls: noCalls, here: null } : next;
}

function isBlind(obstacle: StandingObstacle | null): boolean {
  return obstacle === 'connection' || obstacle === 'notSeen';
}

/** While it is paused nothing is asked, and what was is passed over. */
function paused(state: StandingState): StandingState {
  if (pauseOf(state) === null) return state;
  return { ...nothingBegun(state), step: state.step.kind === 'asking' ? waiting : state.step };
}
