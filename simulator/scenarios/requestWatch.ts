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
export interface RequestWatch {
  /** From now on its requests count as well. */
  follow(simulator: Simulator): void;
  /** Calls `happened` once: before the request that is meant is handled, which waits for it, or once it is answered. */
  on(trigger: RequestTrigger, happened: () => Promise<void>): void;
  stop(): void;
}

export function createRequestWatch(): RequestWatch {
  const unfollow: (() => void)[] = [];
  let pending: Waiting[] = [];
  let stopped = false;

  async function arrived({ record, answered }: ArrivingRequest): Promise<void> {
    const meant = pending.filter(({ trigger }) => isOne(trigger, record));
    for (const waiting of meant) waiting.left -= 1;
    const due = meant.filter(({ left }) => left === 0);
    pending = pending.filter((waiting) => !due.includes(waiting));
    for (const { trigger, happened } of due) {
      if (trigger.when === 'arrives') await happened();
      else void answered.then((answer) => (answer === undefined || stopped ? undefined : happened()));
    }
  }

  return {
    follow: (simulator) => {
      unfollow.push(simulator.onRequest(arrived));
    },
    on: (trigger, happened) => {
      pending.push({ trigger, happened, left: trigger.nth });
    },
    stop: () => {
      stopped = true;
      pending = [];
      for (const each of unfollow) each();
    },
  };
}

function isOne({ request, agent }: RequestTrigger, record: RequestRecord): boolean {
  return record.interface === request && (agent === undefined || record.agentId === agent);
}
