import type { ArrivingRequest } from '../http/requestLog.ts';
import type { RequestRecord } from '../http/requestRecord.ts';
import type { Simulator } from '../simulator.ts';
import type { RequestTrigger } from './schema.ts';

interface Waiting {
  readonly trigger: RequestTrigger;
  readonly happened: () => Promise<void>;
  /** How many more of these requests until the one that is meant. */
  left: number;
}

/** Waits for requests of a client, over restarts of the gateway, too. */
export class RequestWatch {
  readonly #unfollow: (() => void)[] = [];
  #waiting: Waiting[] = [];
  #stopped = false;

  constructor(simulator: Simulator) {
    this.follow(simulator);
  }

  /** From now on its requests count as well. */
  follow(simulator: Simulator): void {
    this.#unfollow.push(simulator.onRequest((request) => this.#arrived(request)));
  }

  /** Calls `happened` once: before the request that is meant is handled, which waits for it, or once it is answered. */
  on(trigger: RequestTrigger, happened: () => Promise<void>): void {
    this.#waiting.push({ trigger, happened, left: trigger.nth });
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
    for (const unfollow of this.#unfollow) unfollow();
  }

  async #arrived({ record, answered }: ArrivingRequest): Promise<void> {
    const meant = this.#waiting.filter(({ trigger }) => isOne(trigger, record));
    for (const waiting of meant) waiting.left -= 1;
    const due = meant.filter(({ left }) => left === 0);
    this.#waiting = this.#waiting.filter((waiting) => !due.includes(waiting));
    for (const { trigger, happened } of due) {
      if (trigger.when === 'arrives') await happened();
      else void answered.then((answer) => (answer === undefined || this.#stopped ? undefined : happened()));
    }
  }
}

function isOne({ request, agent }: RequestTrigger, record: RequestRecord): boolean {
  return record.interface === request && (agent === undefined || record.agentId === agent);
}
