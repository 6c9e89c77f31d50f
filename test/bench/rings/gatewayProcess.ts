import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { gatewayWord, type GatewayOrder, type GatewayWord } from './gatewayWords.ts';

type Faults = Extract<GatewayOrder, { kind: 'disturb' }>['faults'];

/** A gateway in a process of its own, behind a fault proxy: its load is not Earshot's, nor the observer's. */
export interface GatewayProcess {
  readonly port: number;
  readonly inspector: Extract<GatewayWord, { kind: 'ready' }>['inspector'];
  /** Queues the events in one go; answers when, in milliseconds since 1970. */
  queue(events: readonly string[]): Promise<number>;
  disturb(faults: Faults): Promise<void>;
  stop(): Promise<void>;
}

/** `changesPerSecond` of 0: agents who stay as they are. */
export async function startGateway(agents: number, changesPerSecond: number): Promise<GatewayProcess> {
  const child = fork(path.join(import.meta.dirname, 'gatewayChild.ts'), [agents, changesPerSecond].map(String));
  const ended = once(child, 'exit');
  const heard = async (): Promise<GatewayWord> => {
    const word: unknown = await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the gateway ended')))]);
    return gatewayWord.parse(Array.isArray(word) ? word[0] : word);
  };
  const ask = (order: GatewayOrder): Promise<GatewayWord> => {
    const answer = heard();
    child.send(order);
    return answer;
  };
  const ready = await heard();
  if (ready.kind !== 'ready') throw new Error(`the gateway began with ${ready.kind}`);
  return {
    port: ready.port,
    inspector: ready.inspector,
    queue: async (events) => {
      const answer = await ask({ kind: 'queue', events: [...events] });
      if (answer.kind !== 'queued') throw new Error(`the gateway answered ${answer.kind}`);
      return answer.at;
    },
    disturb: async (faults) => {
      await ask({ kind: 'disturb', faults });
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
