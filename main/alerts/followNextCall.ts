import type { AgentState } from '../../contract/agentState.ts';
import type { followEndReasons } from '../../contract/notice.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';

/** Why Earshot no longer waits for an agent's call; most of them only pause a standing listen. */
export type FollowEndReason = (typeof followEndReasons)[number];

/** The followed agent's row; the name may not have been known before. */
export interface SeenAgent {
  readonly name: string;
  readonly state: AgentState;
}

/** One agent's next call. `skip`: the call under way is not to be asked about again. `armedAt` outlives a question that was not answered. */
export type NextCall =
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

export type NextCallInput =
  /** The roster was polled; null: the agent is not in it. */
  | { readonly kind: 'seen'; readonly row: SeenAgent | null; readonly mode: Settings['followMode'] }
  | { readonly kind: 'obstacle'; readonly obstacle: FollowEndReason }
  /** "Not now". */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'listen'; readonly listen: Listen };

export type NextCallEffect =
  /** Ask the gateway for the listen, once. */
  | { readonly kind: 'listen'; readonly agent: ListenedAgent }
  | { readonly kind: 'say'; readonly why: FollowEndReason; readonly agent: ListenedAgent };

export interface NextCallAdvance {
  /** Null: it is over. */
  readonly state: NextCall | null;
  readonly effects: readonly NextCallEffect[];
}

/** The machine of following one agent to the next call. Pure; any obstacle disarms it. */
export function advanceNextCall(state: NextCall, input: NextCallInput, now: number): NextCallAdvance {
  switch (input.kind) {
    case 'seen':
      return onSeen(state, input.row, input.mode, now);
    case 'obstacle':
      // What was asked of the gateway already is the listen's own matter.
      return state.kind === 'calling' && input.obstacle !== 'refused' ? still(state) : disarmed(state.agent, input.obstacle);
    case 'skipped':
      return still(state.kind === 'asking' ? { kind: 'armed', agent: state.agent, armedAt: state.armedAt, skip: true } : state);
    case 'listen':
      return onListen(state, input.listen);
  }
}

function onSeen(state: NextCall, row: SeenAgent | null, mode: Settings['followMode'], now: number): NextCallAdvance {
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

function onListen(state: NextCall, listen: Listen): NextCallAdvance {
  switch (listen.kind) {
    case 'idle':
    case 'ended':
    case 'listening':
      // The listen that Earshot asked for has come to something.
      return still(state.kind === 'calling' ? null : state);
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'stopping':
    case 'outcomeUnknown':
      if (state.kind === 'calling') return still(state);
      return listen.agent.workNo === state.agent.workNo ? still(null) : disarmed(state.agent, 'otherListen');
  }
}

function still(state: NextCall | null): NextCallAdvance {
  return { state, effects: [] };
}

function disarmed(agent: ListenedAgent, why: FollowEndReason): NextCallAdvance {
  return { state: null, effects: [{ kind: 'say', why, agent }] };
}
