import { isOnACall, type AgentState } from '../../contract/agentState.ts';
import { isHeard, type ListenState } from './facts.ts';
import { mayReopen, mayStillBegin } from './afterEnd.ts';

/** What the gateway is asked about again and again, as an event that would tell may never come. */
export type Watch =
  /** Accepted: whether the phone rings, whether it was picked up. */
  | 'call'
  /** What events said, or did not say, waits for an answer. */
  | 'unsure'
  /** Listening: whether it goes on. */
  | 'talk'
  /** Over, as far as is known: whether it is. */
  | 'end'
  /** A request that was given up: whether it was carried out after all. */
  | 'late';

/** After its end a listen is asked about for so long of itself (ms); for longer where an event or the list gives reason. */
const watchedAfterEnd = 10_000;

/** What the list of agents says; null: nothing. */
export interface AgentListLook {
  /** Of the inspector. */
  readonly own: AgentState | null;
  stateOf(workNo: string): AgentState | null;
}

/** Milliseconds between two questions; each costs one query of the gateway's limit (protocol.md 0). */
export const watchIntervals: Readonly<Record<Watch, number>> = { call: 1_500, unsure: 1_500, talk: 2_000, end: 4_000, late: 10_000 };

/** What is to be watched now; null: nothing. While a stop is under way its own timers ask. */
export function watchOf(state: ListenState, now: number): Watch | null {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'ended':
      if (mayStillBegin(state, now) !== null) return 'late';
      return mayReopen(state, now) && now - state.at < watchedAfterEnd ? 'end' : null;
    case 'active': {
      const { facts } = state;
      if (facts.stop.step !== 'none') return null;
      // The phone may ring before the gateway's answer comes.
      if (facts.request === 'sent') return 'call';
      if (facts.uncertainty !== null || facts.ending !== null || facts.pickUpTold !== null) return 'unsure';
      if (typeof facts.request === 'object') return null;
      if (isHeard(facts)) return facts.waiting || facts.unanswered > 0 || facts.unsettled > 0 || facts.checks > 0 ? 'unsure' : 'talk';
      return 'call';
    }
  }
}

/**
 * Whether the list of agents does not fit what is believed of the listen, so that it is to be asked about at once: `own`, what
 * it says of the inspector; `agent`, of who is listened to. Null: nothing. Lists are old when they come, and conclude nothing.
 */
export function isUncertain(state: ListenState, own: AgentState | null, agent: AgentState | null): boolean {
  switch (state.kind) {
    case 'idle':
      return false;
    case 'ended':
      return own !== null && isOnACall(own);
    case 'active': {
      const { facts } = state;
      if (facts.stop.step !== 'none') return false;
      if (facts.request === 'sent') return own === 'answering' && facts.phone === 'quiet';
      if (isHeard(facts) && agent !== null && !isOnACall(agent)) return true;
      if (own === null) return false;
      if (!isOnACall(own)) return isHeard(facts) || facts.phone === 'ringing';
      return (own === 'answering' && facts.phone === 'quiet') || (own === 'talking' && facts.phone !== 'offHook');
    }
  }
}
