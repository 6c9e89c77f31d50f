import { happening } from '../agentEvent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** The rests of agents with a client (protocol.md 1.6). */
export interface Rest {
  /** Begins or prolongs a rest: its answer says nothing yet, AgentState_SetRest_Success says that it began. */
  begin(session: Session, seconds: number, reason: number): void;
}

export function createRest(centre: Centre, sessions: Sessions, clock: Clock, timings: Timings): Rest {
  const reminders = new Map<string, Cancel>();

  /** The end of the time is a reminder only: the agent goes on resting. */
  function remind(session: Session, seconds: number): void {
    forget(session.agentId);
    const cancel = clock.after(seconds * 1_000, () => {
      reminders.delete(session.agentId);
      session.tell(happening.restTimeout);
    });
    reminders.set(session.agentId, cancel);
  }

  function forget(workNo: string): void {
    reminders.get(workNo)?.();
    reminders.delete(workNo);
  }

  centre.onChange(({ agent, from }) => {
    if (from === 'rest') forget(agent.workNo);
  });

  return {
    begin: (session, seconds, reason) => {
      clock.after(timings.busy, () => {
        const { agentId } = session;
        if (sessions.of(agentId) !== session || isInCall(centre.existing(agentId).state)) return;
        centre.enter(agentId, 'rest', clock.now(), reason);
        centre.describe(agentId, { stateReason: reason });
        session.tell(happening.setRest);
        remind(session, seconds);
      });
    },
  };
}
