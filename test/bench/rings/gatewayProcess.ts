import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { gatewayWord, type GatewayOrder, type GatewayWord } from './gatewayWords.ts';

/** A gateway in a process of its own, behind a fault proxy: its load is not Earshot's, nor the observer's. */
export interface GatewayProcess {
  readonly port: number;
  readonly inspector: Extract<GatewayWord, { kind: 'ready' }>['inspector'];
  /** Queues the events in one go; answers when, in milliseconds since 1970. */
  queue(events: readonly string[]): Promise<number>;
  /** Answers when the phone of the inspector's listen began to ring, in milliseconds since 1970; null: it did not. */
  ringBegun(): Promise<number | null>;
  /** Answers when the next listen was asked for, in milliseconds since 1970; null: none was. */
  listenAsked(): Promise<number | null>;
  /** One order that is carried out without an answer to look at. */
  order(order: Exclude<GatewayOrder, { kind: 'queue' | 'awaitRing' | 'awaitListen' }>): Promise<void>;
  stop(): Promise<void>;
}

export interface GatewayOptions {
  readonly agents: number;
  /** 0: agents who stay as they are. */
  readonly changesPerSecond: number;
  /** Skills beside those of the agents' groups. */
  readonly furtherSkills: number;
}

export async function startGateway({ agents, changesPerSecond, furtherSkills }: GatewayOptions): Promise<GatewayProcess> {
  const child = fork(path.join(import.meta.dirname, 'gatewayChild.ts'), [agents, changesPerSecond, furtherSkills].map(String));
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
  const queued = async (order: GatewayOrder): Promise<number | null> => {
    const answer = await ask(order);
    if (answer.kind !== 'queued') throw new Error(`the gateway answered ${answer.kind}`);
    return answer.at;
  };
  const ready = await heard();
  if (ready.kind !== 'ready') throw new Error(`the gateway began with ${ready.kind}`);
  return {
    port: ready.port,
    inspector: ready.inspector,
    queue: async (events) => {
      const at = await queued({ kind: 'queue', events: [...events] });
      if (at === null) throw new Error('the gateway queued nothing');
      return at;
    },
    ringBegun: () => queued({ kind: 'awaitRing' }),
    listenAsked: () => queued({ kind: 'awaitListen' }),
    order: async (order) => {
      await ask(order);
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
