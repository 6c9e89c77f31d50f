import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RosterSubscription } from '../../main/app/inspector.ts';
import type { Simulator } from '../../simulator/index.ts';
import { createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  bench = createBench();
  await signIn(bench, simulator);
});
afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

function look(queues: boolean): RosterSubscription {
  const feed = bench.inspector.subscribeToRoster(() => undefined);
  feed.watchAgents({ selected: null, inView: [], favourites: [], queues });
  feed.watch(true);
  return feed;
}

const asked = (name: string): number => bench.log.filter((line) => line.includes(name)).length;

describe('the queues', () => {
  test('are told by skill while a page shows them', async () => {
    look(true);
    const { queues } = await bench.until('queues', (state) => state.queues.kind === 'ready');
    if (queues.kind !== 'ready') throw new Error('no queues');
    expect(queues.all).toBeGreaterThan(0);
    expect(queues.problem).toBeNull();
    for (const queue of queues.queues) {
      expect(queue.name).not.toBe('');
      expect(queue.waiting).toBe(0);
      expect(queue.signedIn).toBeGreaterThanOrEqual(queue.available ?? 0);
    }
  });

  test('are not asked for while no page shows them', async () => {
    look(false);
    await bench.until('agents', ({ roster }) => roster.kind === 'ready');
    expect(bench.inspector.state().queues).toEqual({ kind: 'off' });
    expect(asked('querySkillQueueOnAgentVDN')).toBe(0);
  });
});
