import { stay } from '../centre/life.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { CallDesk } from './callDesk.ts';

export interface CallRoutingSurroundings {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly clock: Clock;
  readonly seed: number;
  /** Whether customers call by themselves. */
  readonly lives: boolean;
}

/**
 * Brings customers' calls to the agents with a client, who live by their own hands: to each one who is idle and has
 * reset his skills (ccgateway.md 1.4), after the time another agent would be idle. Customers hang up in their time.
 */
export class CallRouting {
  readonly #here: CallRoutingSurroundings;
  readonly #randoms = new Map<string, Random>();

  constructor(surroundings: CallRoutingSurroundings) {
    this.#here = surroundings;
    if (!surroundings.lives) return;
    surroundings.centre.onChange(({ agent, to }) => {
      const session = to === 'idle' ? surroundings.sessions.of(agent.workNo) : undefined;
      if (session !== undefined) this.consider(session);
    });
    surroundings.calls.onTalk((call) => {
      surroundings.clock.after(stay('talking', this.#randomOf(call.workNo)), () => {
        const now = surroundings.calls.withId(call.callId);
        if (now?.workNo === call.workNo) surroundings.calls.end(now, 'customer');
      });
    });
  }

  /** Plans the next call of an agent who can get one. */
  consider(session: Session): void {
    const { centre, sessions, calls, clock, lives } = this.#here;
    const { state, since, skills } = centre.existing(session.agentId);
    const skill = skills.length === 0 ? undefined : this.#randomOf(session.agentId).pick(skills);
    if (!lives || state !== 'idle' || !session.takesCalls || skill === undefined) return;
    clock.after(stay('idle', this.#randomOf(session.agentId)), () => {
      const agent = centre.existing(session.agentId);
      const isStillIdle = agent.state === 'idle' && agent.since === since && sessions.of(session.agentId) === session;
      if (isStillIdle && session.takesCalls) calls.offer(session.agentId, { skill });
    });
  }

  #randomOf(workNo: string): Random {
    const random = this.#randoms.get(workNo) ?? seededRandom(this.#here.seed ^ streamOfRouting, Number(workNo));
    this.#randoms.set(workNo, random);
    return random;
  }
}

const streamOfRouting = 0x5ca11;
