import type { AgentState } from '../../contract/agentState.ts';
import type { Follow, Listen, ListenedAgent, RosterStatus, Session } from '../../contract/state.ts';
import type { followDoubts } from '../../contract/notice.ts';
import type { Settings } from '../../contract/settings.ts';
import type { NamedPlan, StandingEnd } from '../../contract/standing.ts';
import { advanceStanding, type StandingInput } from './followStanding.ts';
import { beginStanding, changeStanding, endStanding, shownStanding, type StandingAdvance, type StandingState } from './standingState.ts';

/** Why Earshot no longer waits for an agent's call; most of them only pause a standing listen. */
export type FollowDoubt = (typeof followDoubts)[number];

/** The followed agent's row; the name may not have been known before. */
export interface SeenAgent {
  readonly name: string;
  readonly state: AgentState;
}

/** One agent's next call, or a standing listen; never both. */
export type FollowState = { readonly kind: 'off' } | NextCall | StandingState;

/** `skip`: the call under way is not to be asked about again. `armedAt` outlives a question that was not answered. */
type NextCall =
  | { readonly kind: 'armed'; readonly agent: ListenedAgent; readonly armedAt: number; readonly skip: boolean }
  | CallBegan<'asking'>
  | CallBegan<'calling'>;

interface CallBegan<Kind> {
  readonly kind: Kind;
  readonly agent: ListenedAgent;
  readonly armedAt: number;
  readonly since: number;
  readonly phase: 'talking' | 'occupied';
}

export type FollowInput =
  | { readonly kind: 'armed'; readonly agent: ListenedAgent }
  /** A standing listen is to begin, or the one that goes on to be as `plan` says. */
  | { readonly kind: 'standing'; readonly plan: NamedPlan }
  /** The roster was looked at; null: the agent is not in it. */
  | { readonly kind: 'seen'; readonly row: SeenAgent | null; readonly mode: Settings['followMode'] }
  | { readonly kind: 'doubt'; readonly doubt: FollowDoubt }
  /** Nothing makes waiting doubtful. */
  | { readonly kind: 'noDoubt' }
  | { readonly kind: 'unfollowed' }
  /** "Not now" and the listen as it is, for either; the others are a standing listen's. */
  | Exclude<StandingInput, { kind: 'doubted' | 'notAsked' }>;

export type FollowEffect =
  /** Ask the gateway for the listen, once. */
  | { readonly kind: 'listen'; readonly agent: ListenedAgent }
  | { readonly kind: 'say'; readonly doubt: FollowDoubt; readonly agent: ListenedAgent }
  /** A standing listen is over. */
  | { readonly kind: 'sayEnd'; readonly why: StandingEnd; readonly listens: number };

export interface FollowStep {
  readonly state: FollowState;
  readonly effects: readonly FollowEffect[];
}

const off = { kind: 'off' } as const;

/** The follow machine. Pure: whatever it is given, it answers; any doubt disarms it, or pauses a standing listen. */
export function advanceFollow(state: FollowState, input: FollowInput, now: number): FollowStep {
  if (input.kind === 'armed') return still({ kind: 'armed', agent: input.agent, armedAt: now, skip: false });
  if (input.kind === 'standing') {
    return still(state.kind === 'standing' ? changeStanding(state, input.plan, now) : beginStanding(input.plan, now));
  }
  if (state.kind === 'off') return still(state);
  if (state.kind === 'standing') return onStanding(state, input, now);
  switch (input.kind) {
    case 'seen':
      return onSeen(state, input.row, input.mode, now);
    case 'doubt':
      // What was asked of the gateway already is the listen's own matter.
      return state.kind === 'calling' && input.doubt !== 'refused' ? still(state) : disarmed(state.agent, input.doubt);
    case 'skipped':
      return still(state.kind === 'asking' ? { kind: 'armed', agent: state.agent, armedAt: state.armedAt, skip: true } : state);
    case 'unfollowed':
      return still(off);
    case 'listen':
      return onListen(state, input.listen);
    case 'noDoubt':
    case 'looked':
    case 'time':
    case 'accepted':
    case 'held':
      return still(state);
  }
}

function onStanding(state: StandingState, input: Exclude<FollowInput, { kind: 'armed' | 'standing' }>, now: number): FollowStep {
  switch (input.kind) {
    case 'unfollowed':
      return still(off);
    case 'doubt':
      return asStep(onStandingDoubt(state, input.doubt, now));
    case 'noDoubt':
      return asStep(advanceStanding(state, { kind: 'doubted', doubt: null }, now));
    case 'seen':
      return still(state);
    case 'looked':
    case 'time':
    case 'accepted':
    case 'skipped':
    case 'held':
    case 'listen':
      return asStep(advanceStanding(state, input, now));
  }
}

function onStandingDoubt(state: StandingState, doubt: FollowDoubt, now: number): StandingAdvance {
  switch (doubt) {
    case 'connection':
    case 'notIdle':
    case 'notSeen':
      return advanceStanding(state, { kind: 'doubted', doubt }, now);
    case 'refused':
      return advanceStanding(state, { kind: 'notAsked' }, now);
    case 'sessionOver':
    case 'notAllowed':
      return endStanding(state, doubt);
    case 'otherListen':
    case 'signedOut':
    case 'anHour':
      // One agent's matters: a standing listen waits for another listen's end, and for agents who come back.
      return { state, effects: [] };
  }
}

function asStep({ state, effects }: StandingAdvance): FollowStep {
  return { state: state ?? off, effects };
}

function onSeen(state: NextCall, row: SeenAgent | null, mode: Settings['followMode'], now: number): FollowStep {
  if (state.kind === 'calling') return still(state);
  if (row === null || row.state === 'signedOut') return disarmed(state.agent, 'signedOut');
  const { armedAt } = state;
  const agent = row.name === '' || row.name === state.agent.name ? state.agent : { ...state.agent, name: row.name };
  if (row.state !== 'talking' && row.state !== 'occupied') {
    const waits = state.kind === 'armed' && !state.skip && agent === state.agent;
    return still(waits ? state : { kind: 'armed', agent, armedAt, skip: false });
  }
  if (state.kind === 'asking') return still(state.phase === row.state ? state : { ...state, phase: row.state });
  if (state.skip) return still(state);
  const begun = { agent, armedAt, since: now, phase: row.state };
  if (mode === 'ask') return still({ kind: 'asking', ...begun });
  return { state: { kind: 'calling', ...begun }, effects: [{ kind: 'listen', agent }] };
}

function onListen(state: NextCall, listen: Listen): FollowStep {
  switch (listen.kind) {
    case 'idle':
    case 'ended':
    case 'listening':
      // The listen that Earshot asked for has come to something.
      return still(state.kind === 'calling' ? off : state);
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'stopping':
    case 'outcomeUnknown':
      if (state.kind === 'calling') return still(state);
      return listen.agent.workNo === state.agent.workNo ? still(off) : disarmed(state.agent, 'otherListen');
  }
}

/** What of the rest of the state makes waiting doubtful; null: nothing. */
export function followDoubt(session: Session, roster: RosterStatus): FollowDoubt | null {
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

function disarmed(agent: ListenedAgent, doubt: FollowDoubt): FollowStep {
  return { state: off, effects: [{ kind: 'say', doubt, agent }] };
}
