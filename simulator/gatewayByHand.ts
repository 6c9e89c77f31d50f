import type { Clock } from './clock.ts';
import type { HabitRegister } from './habits/habitRegister.ts';
import type { Habits } from './habits/habits.ts';
import type { InjectedFault, InjectedFaults, RequestMatch } from './http/faultInjection.ts';
import type { Json } from './json.ts';
import type { EndReason } from './session/endReason.ts';
import type { Sessions } from './session/sessions.ts';

export interface GatewayByHandOptions {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly injectedFaults: InjectedFaults;
  readonly habits: HabitRegister;
}

/** Makes the gateway do to its clients what real ones do, now or with what they ask next. What cannot be done throws. */
export interface GatewayByHand {
  /** Puts any event into a signed-in agent's queue. */
  pushEvent(agentId: string, eventType: string, content?: Json): void;
  /** Ends a session from the gateway's side: its next poll, a held one too, gets 100-006. */
  endSession(agentId: string, reason?: Exclude<EndReason, 'ownRequest'>): void;
  /** Renews the Guid now; the next poll's answer announces it. The old one stays valid, or expires at once. */
  rotateGuid(agentId: string, old?: 'staysValid' | 'expires'): void;
  /** Makes the next matching request(s) to come in go wrong; a poll that is held already is none of them. */
  nextAnswer(match: RequestMatch, what: InjectedFault): void;
  /**
   * Gives the gateway these habits, with one inspector or with everyone, in place of those it had there. An inspector's
   * own go before everyone's, habit by habit; events on their way stay late.
   */
  setHabits(habits: Habits, agentId?: string): void;
  /** Takes back every misbehaviour that has not happened yet, and every habit. */
  behave(): void;
}

export function createGatewayByHand({ clock, sessions, injectedFaults, habits: register }: GatewayByHandOptions): GatewayByHand {
  return {
    pushEvent: (agentId, eventType, content = null) => {
      sessions.existing(agentId).tell({ eventType, content });
    },
    endSession: (agentId, reason = 'byGateway') => {
      sessions.end(sessions.existing(agentId), reason);
    },
    rotateGuid: (agentId, old = 'staysValid') => {
      sessions.existing(agentId).guids.renew(clock.now(), old);
    },
    nextAnswer: (match, what) => {
      injectedFaults.plan(match, what);
    },
    setHabits: (habits, agentId) => {
      register.set(agentId === undefined ? { habits } : { agentId, habits });
    },
    behave: () => {
      injectedFaults.forget();
      register.clear();
    },
  };
}
