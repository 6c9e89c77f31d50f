import { happening } from '../agentEvent.ts';
import type { Happening, PhoneState } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';

export interface AgentLineOptions {
  readonly sessions: Sessions;
  /** Puts an agent into a state, from which they live on. */
  move(workNo: string, state: AgentState, reason: number): void;
}

/** What a call does to its agent: their state, their phone, and what their client, if they have one, is told of it. */
export interface AgentLine {
  /** `reason`: of busy or of rest, 0 for none. */
  move(workNo: string, state: AgentState, reason?: number): void;
  tell(workNo: string, told: Happening): void;
  releasePhone(workNo: string, by: PhoneState): void;
  /** The agent has no call any more: idle, or wrap-up when they do not go idle by themselves (protocol.md 1.1). */
  leave(workNo: string): void;
}

/** The lines of all agents. */
export function createAgentLine({ sessions, move }: AgentLineOptions): AgentLine {
  function tell(workNo: string, told: Happening): void {
    sessions.of(workNo)?.tell(told);
  }
  return {
    move: (workNo, state, reason = 0) => {
      move(workNo, state, reason);
    },
    tell,
    releasePhone: (workNo, by) => {
      const session = sessions.of(workNo);
      if (session !== null && hasRings(session)) session.tell(happening.phoneRelease(by));
    },
    leave: (workNo) => {
      const goesIdle = sessions.of(workNo)?.flags.autoEnterIdle === true;
      move(workNo, goesIdle ? 'idle' : 'wrapUp', 0);
      tell(workNo, goesIdle ? happening.ready : happening.work);
    },
  };
}

/** A long-call line is off-hook all the time: it neither rings nor is released (protocol.md 3.1 step 5). */
export function hasRings(session: Session): boolean {
  return session.releasePhone;
}
