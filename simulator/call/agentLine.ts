import { happening } from '../agentEvent.ts';
import type { Happening, PhoneState } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';

export interface AgentLineDeps {
  readonly sessions: Sessions;
  /** Puts an agent into a state, from which they live on. */
  readonly move: (workNo: string, state: AgentState, reason: number) => void;
}

/** What a call does to its agent: their state, their phone, and what their client, if they have one, is told of it. */
export class AgentLine {
  readonly #here: AgentLineDeps;

  constructor(deps: AgentLineDeps) {
    this.#here = deps;
  }

  move(workNo: string, state: AgentState, reason = 0): void {
    this.#here.move(workNo, state, reason);
  }

  tell(workNo: string, told: Happening): void {
    this.#here.sessions.of(workNo)?.tell(told);
  }

  releasePhone(session: Session | undefined, by: PhoneState): void {
    if (session !== undefined && hasRings(session)) session.tell(happening.phoneRelease(by));
  }

  /** The agent has no call any more: idle, or wrap-up when they do not go idle by themselves (protocol.md 1.1). */
  leave(workNo: string): void {
    const goesIdle = this.#here.sessions.of(workNo)?.flags.autoEnterIdle === true;
    this.move(workNo, goesIdle ? 'idle' : 'wrapUp');
    this.tell(workNo, goesIdle ? happening.ready : happening.work);
  }
}

/** A long-call line is off-hook all the time: it neither rings nor is released (protocol.md 3.1 step 5). */
export function hasRings(session: Session): boolean {
  return session.releasePhone;
}
