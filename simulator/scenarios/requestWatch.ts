import type { Cancel, Clock } from '../clock.ts';
import type { RequestRecord } from '../http/requestRecord.ts';
import type { Simulator } from '../simulator.ts';
import type { RequestTrigger } from './schema.ts';

/** Between two looks at the requests: far below anything that a scenario is about. */
const lookEvery = 5;

interface Waiting {
  readonly trigger: RequestTrigger;
  readonly happened: () => void;
}

/** Waits for requests of a client, over restarts of the gateway, too. */
export class RequestWatch {
  readonly #clock: Clock;
  readonly #since: number;
  readonly #gateways: Simulator[];
  #waiting: Waiting[] = [];
  #cancel: Cancel = () => undefined;

  constructor(simulator: Simulator, clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
    this.#gateways = [simulator];
  }

  /** From now on its requests count as well. */
  follow(simulator: Simulator): void {
    this.#gateways.push(simulator);
  }

  /** Calls `happened` once, when the request that is meant comes, or has come since the start. */
  on(trigger: RequestTrigger, happened: () => void): void {
    this.#waiting.push({ trigger, happened });
    if (this.#waiting.length === 1) this.#look();
  }

  stop(): void {
    this.#waiting = [];
    this.#cancel();
  }

  #look(): void {
    const records = this.#gateways.flatMap((gateway) => gateway.requests.filter(({ at }) => at >= this.#since));
    const due = this.#waiting.filter(({ trigger }) => hasHappened(trigger, records));
    this.#waiting = this.#waiting.filter((waiting) => !due.includes(waiting));
    for (const { happened } of due) happened();
    if (this.#waiting.length === 0) return;
    this.#cancel = this.#clock.after(lookEvery, () => {
      this.#look();
    });
  }
}

function hasHappened({ request, agent, nth, when }: RequestTrigger, records: readonly RequestRecord[]): boolean {
  const meant = records.filter((record) => record.interface === request && (agent === undefined || record.agentId === agent))[nth - 1];
  return meant !== undefined && (when === 'arrives' || meant.answer !== undefined);
}
