import type { NamedPlan } from '../../contract/standing.ts';
import type { Follow, ListenedAgent, RosterStatus, Session } from '../../contract/state.ts';
import { advanceNextCall, type FollowEndReason, type NextCall, type NextCallEffect, type NextCallInput } from './followNextCall.ts';
import { advanceStanding, type StandingInput } from './followStanding.ts';
import { beginStanding, changeStanding, endStanding, shownStanding, type StandingEffect, type StandingState } from './standingState.ts';

export type { FollowEndReason };

/** One agent's next call, or a standing listen; never both. */
export type FollowState = { readonly kind: 'off' } | NextCall | StandingState;

export type FollowInput =
  | { readonly kind: 'armed'; readonly agent: ListenedAgent }
  /** A standing listen is to begin, or the one that goes on to be as `plan` says. */
  | { readonly kind: 'standing'; readonly plan: NamedPlan }
  /** Nothing stands in the way of waiting. */
  | { readonly kind: 'noObstacle' }
  | { readonly kind: 'unfollowed' }
  | NextCallInput
  | Exclude<StandingInput, { kind: 'obstacleChanged' | 'notAsked' }>;

export type FollowEffect = NextCallEffect | StandingEffect;

export interface FollowStep {
  readonly state: FollowState;
  readonly effects: readonly FollowEffect[];
}

const off = { kind: 'off' } as const;

/** The follow machine. Pure: whatever it is given, it answers; any obstacle disarms it, or pauses a standing listen. */
export function advanceFollow(state: FollowState, input: FollowInput, now: number): FollowStep {
  switch (input.kind) {
    case 'armed':
      return still({ kind: 'armed', agent: input.agent, armedAt: now, skip: false });
    case 'standing':
      return still(state.kind === 'standing' ? changeStanding(state, input.plan, now) : beginStanding(input.plan, now));
    case 'unfollowed':
      return still(off);
    default:
      if (state.kind === 'off') return still(state);
      return state.kind === 'standing' ? onStanding(state, input, now) : onNextCall(state, input, now);
  }
}

type Happening = Exclude<FollowInput, { kind: 'armed' | 'standing' | 'unfollowed' }>;

function onNextCall(state: NextCall, input: Happening, now: number): FollowStep {
  switch (input.kind) {
    case 'seen':
    case 'obstacle':
    case 'skipped':
    case 'listen':
      return overOr(advanceNextCall(state, input, now));
    case 'noObstacle':
    case 'looked':
    case 'time':
    case 'accepted':
    case 'held':
      return still(state);
  }
}

function onStanding(state: StandingState, input: Happening, now: number): FollowStep {
  switch (input.kind) {
    case 'obstacle':
      return onStandingObstacle(state, input.obstacle, now);
    case 'noObstacle':
      return overOr(advanceStanding(state, { kind: 'obstacleChanged', obstacle: null }, now));
    case 'seen':
      return still(state);
    case 'looked':
    case 'time':
    case 'accepted':
    case 'skipped':
    case 'held':
    case 'listen':
      return overOr(advanceStanding(state, input, now));
  }
}

function onStandingObstacle(state: StandingState, obstacle: FollowEndReason, now: number): FollowStep {
  switch (obstacle) {
    case 'connection':
    case 'notIdle':
    case 'notSeen':
      return overOr(advanceStanding(state, { kind: 'obstacleChanged', obstacle }, now));
    case 'refused':
      return overOr(advanceStanding(state, { kind: 'notAsked' }, now));
    case 'sessionOver':
    case 'notAllowed':
      return overOr(endStanding(state, obstacle));
    case 'otherListen':
    case 'signedOut':
    case 'anHour':
      // One agent's matters: a standing listen waits for another listen's end, and for agents who come back.
      return still(state);
  }
}

/** What of the rest of the state stands in the way of waiting; null: nothing. */
export function followEndReason(session: Session, roster: RosterStatus): FollowEndReason | null {
  if (session.kind !== 'signedIn') return 'sessionOver';
  if (session.connection.kind !== 'live') return 'connection';
  if (session.ownState !== 'idle') return 'notIdle';
  return roster.kind === 'failed' || roster.kind === 'off' ? 'notSeen' : null;
}

/** What the renderer is told. */
export function shownFollow(state: FollowState): Follow {
  switch (state.kind) {
    case 'off':
      return off;
    case 'armed':
      return { kind: 'armed', agent: state.agent, since: state.armedAt };
    case 'asking':
    case 'calling':
      return { kind: state.kind, agent: state.agent, since: state.since, phase: state.phase };
    case 'standing': {
      const standing = shownStanding(state);
      const { step } = state;
      // Whoever said "Listen" need not be told that Earshot does.
      const isCalm = step.kind === 'waiting' || step.kind === 'listening' || (step.kind === 'calling' && !step.byItself);
      if (isCalm) return { kind: 'standing', standing };
      return { kind: step.kind, agent: step.agent, since: step.since, phase: step.phase, standing };
    }
  }
}

function still(state: FollowState): FollowStep {
  return { state, effects: [] };
}

function overOr({ state, effects }: { readonly state: FollowState | null; readonly effects: readonly FollowEffect[] }): FollowStep {
  return { state: state ?? off, effects };
}
