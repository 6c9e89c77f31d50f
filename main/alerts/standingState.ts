import { isDeepStrictEqual } from 'node:util';
import type { NamedPlan, Standing, StandingEnd, StandingWait } from '../../contract/standing.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import { noCalls, type BegunCall, type StandingCalls } from './standingCalls.ts';
import { longest } from './standingTime.ts';

/** What keeps a standing listen from going on for as long as it is so. */
export type StandingObstacle = Extract<StandingWait, 'notIdle' | 'connection' | 'notSeen'>;

/** Why it waits for the inspector. */
export type StandingHold = Extract<StandingWait, 'byHand' | 'refused' | 'notPickedUp'>;

/** A standing listen under way. */
export interface StandingState {
  readonly kind: 'standing';
  readonly plan: NamedPlan;
  /** When it is over at the latest, by the clock. */
  readonly until: number;
  /** Whether its time window, if it has one, is open. */
  readonly open: boolean;
  /** The date on which the window closes; null: it was not open yet, or there is none. */
  readonly closesAt: number | null;
  readonly calls: StandingCalls;
  /** How many agents the last poll showed; null: there was none since the agents could be seen (again). */
  readonly here: number | null;
  /** Listens of it that were heard. */
  readonly listens: number;
  readonly obstacle: StandingObstacle | null;
  readonly hold: StandingHold | null;
  readonly step: StandingStep;
}

export type StandingStep = { readonly kind: 'waiting' } | AskingStep | CallingStep | { readonly kind: 'listening' };

export interface AskingStep extends BegunCall {
  readonly kind: 'asking';
}

/** The listen was asked for, and nobody heard it yet. `byItself`: without a question. */
export interface CallingStep extends BegunCall {
  readonly kind: 'calling';
  readonly byItself: boolean;
}

export type StandingEffect =
  /** Ask the gateway for the listen, once. */
  | { readonly kind: 'listen'; readonly agent: ListenedAgent }
  | { readonly kind: 'sayEnd'; readonly why: StandingEnd; readonly listens: number };

export interface StandingAdvance {
  /** Null: it is over. */
  readonly state: StandingState | null;
  readonly effects: readonly StandingEffect[];
}

export const waiting = { kind: 'waiting' } as const;

export function beginStanding(plan: NamedPlan, now: number): StandingState {
  return {
    kind: 'standing',
    plan,
    until: now + longest(plan.time),
    open: plan.time.kind === 'hours',
    closesAt: null,
    calls: noCalls,
    here: null,
    listens: 0,
    obstacle: null,
    hold: null,
    step: waiting,
  };
}

/**
 * Another list, time or number of listens for one that goes on: another time or number counts from now on. Who is in a call stays passed
 * over, and a listen or a question that goes on is left alone.
 */
export function changeStanding(before: StandingState, plan: NamedPlan, now: number): StandingState {
  const anew = beginStanding(plan, now);
  const { until, open, closesAt } = isDeepStrictEqual(plan.time, before.plan.time) ? before : anew;
  const { listens } = plan.listens === before.plan.listens ? before : anew;
  return { ...before, plan, until, open, closesAt, listens };
}

/** Ends it, and says why. */
export function endStanding({ listens }: StandingState, why: StandingEnd): StandingAdvance {
  return { state: null, effects: [{ kind: 'sayEnd', why, listens }] };
}

export function still(state: StandingState): StandingAdvance {
  return { state, effects: [] };
}

/** Passes over every call that began and was not asked about. */
export function nothingBegun(state: StandingState): StandingState {
  return { ...state, calls: { ...state.calls, begun: [] } };
}

/** Why nothing is asked even when nothing is under way; null: calls are waited for. */
export function pauseOf({ hold, open, obstacle }: StandingState): StandingWait | null {
  return hold ?? (open ? obstacle : 'window');
}

/** What the renderer is told of it. */
export function shownStanding(state: StandingState): Standing {
  const { plan, until, listens, here, step } = state;
  const calm = here === null ? 'look' : 'call';
  return {
    plan,
    until: plan.time.kind === 'hours' ? until : null,
    listens,
    here: here ?? 0,
    waits: step.kind === 'listening' || step.kind === 'calling' ? 'listen' : (pauseOf(state) ?? calm),
  };
}
