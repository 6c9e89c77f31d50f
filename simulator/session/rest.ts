import { happening } from '../agentEvent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** The rests of agents with a client (protocol.md 1.6). */
export class Rest {
  readonly #centre: Centre;
  readonly #sessions: Sessions;
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #reminders = new Map<string, Cancel>();

  constructor(centre: Centre, sessions: Sessions, clock: Clock, timings: Timings) {
    this.#centre = centre;
    this.#sessions = sessions;
    this.#clock = clock;
    this.#timings = timings;
    centre.onChange(({ agent, from }) => {
      if (from === 'rest') this.#forget(agent.workNo);
    });
  }

  /** Begins or prolongs a rest: its answer says nothing yet, AgentState_SetRest_Success says that it began. */
  begin(session: Session, seconds: number, reason: number): void {
    this.#clock.after(this.#timings.busy, () => {
      const { agentId } = session;
      if (this.#sessions.of(agentId) !== session || isInCall(this.#centre.existing(agentId).state)) return;
      this.#centre.enter(agentId, 'rest', this.#clock.now(), reason);
      this.#centre.describe(agentId, { stateReason: reason });
      session.tell(happening.setRest);
      this.#remind(session, seconds);
    });
  }

  /** The end of the time is a reminder only: the agent goes on resting. */
  #remind(session: Session, seconds: number): void {
    this.#forget(session.agentId);
    const cancel = this.#clock.after(seconds * 1_000, () => {
      this.#reminders.delete(session.agentId);
      session.tell(happening.restTimeout);
    });
    this.#reminders.set(session.agentId, cancel);
  }

  #forget(workNo: string): void {
    this.#reminders.get(workNo)?.();
    this.#reminders.delete(workNo);
  }
}
