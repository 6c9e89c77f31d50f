import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersOf, stateOfNumbers } from '../../simulator/centre/agentState.ts';
import { createTimeQueue } from '../../simulator/centre/timeQueue.ts';
import type { AgentTruth } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight } from '../support/handClock.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const hour = 3_600_000;

async function agentsAfterHours(seed: number, hours: number): Promise<AgentTruth[]> {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, seed, agents: 50, centre: 'living' });
  clock.jump(hours * hour);
  return simulator.agents();
}

test('the same seed gives the same day', async () => {
  expect(await agentsAfterHours(7, 3)).toEqual(await agentsAfterHours(7, 3));
});

test('another seed gives another day', async () => {
  expect(await agentsAfterHours(7, 3)).not.toEqual(await agentsAfterHours(8, 3));
});

test('over two hours living agents come through all states that the protocol knows', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, agents: 50, centre: 'living' });
  const seen = new Set<string>();
  for (let minutes = 0; minutes < 120; minutes += 1) {
    clock.jump(60_000);
    for (const { state } of simulator.agents()) seen.add(state);
  }
  expect([...seen].sort()).toEqual(
    ['answering', 'busy', 'idle', 'occupied', 'preoccupied', 'rest', 'signedOut', 'talking', 'wrapUp'].sort(),
  );
});

test('what is done to one agent changes nothing in the skill groups that agent is not in', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, seed: 7, agents: 50, centre: 'living' });
  simulator.setAgent('20001', { state: 'talking' });
  clock.jump(3 * hour);
  const { group } = simulator.agent('20001');
  const others = (agents: readonly AgentTruth[]): AgentTruth[] => agents.filter((agent) => agent.group !== group);
  const untouched = await agentsAfterHours(7, 3);
  expect(others(simulator.agents()).length).toBeGreaterThan(30);
  expect(others(simulator.agents())).toEqual(others(untouched));
  expect(simulator.agents()).not.toEqual(untouched);
  expect(simulator.agent('20001').state).toBe('talking');
});

async function dayWithAnInspector(): Promise<unknown> {
  const clock = createHandClock(mondayAtEight);
  const long = 24 * hour;
  const timings = { signIn: 0, pollHold: 0, maxTime: long, guidTimeout: long };
  const simulator = await quickSimulator({ clock, seed: 7, agents: 50, centre: 'living', timings });
  const inspector = await clock.standFor(signedInInspector(simulator));
  for (const act of ['forcebusy', 'forceidle', 'forcelogout', 'forcebusy']) {
    clock.jump(hour / 2);
    for (const { workNo, status } of simulator.agents()) {
      if (status !== 7 && Number(workNo) % 5 === 0) await inspector.call('POST', `qualitycontrol/{id}/${act}/${workNo}`);
      else if (status === 7 && Number(workNo) % 5 === 1) simulator.endCall(workNo);
    }
  }
  clock.jump(hour);
  return { agents: simulator.agents(), queues: simulator.skillQueues(), changes: simulator.stateChanges };
}

test('the same seed and the same requests at the same times give the same day', async () => {
  expect(await dayWithAnInspector()).toEqual(await dayWithAnInspector());
});

test('ten thousand living agents need one timer', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, agents: 10_000, centre: 'living' });
  clock.jump(10_000);
  expect(clock.timers()).toBe(1);
  await simulator.close();
  expect(clock.timers()).toBe(0);
});

test('a still centre stands still', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, agents: 50 });
  const before = simulator.agents();
  clock.jump(8 * hour);
  expect(simulator.agents()).toEqual(before);
});

test('a living agent whose call ends goes on living', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, agents: 50, centre: 'living' });
  const talking = simulator.agents().find(({ state }) => state === 'talking');
  expect(talking).toBeDefined();
  const workNo = talking?.workNo ?? '';
  simulator.endCall(workNo);
  expect(simulator.agent(workNo).state).toBe('wrapUp');
  clock.jump(hour);
  expect(simulator.agent(workNo).since).toBeGreaterThan(clock.now() - hour);
});

test('the queue gives every change back, ordered by time and then by order of planning', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (times) => {
      const queue = createTimeQueue<{ at: number; order: number }>();
      const planned = times.map((at, order) => ({ at, order }));
      for (const change of planned) queue.add(change);
      const taken = planned.map(() => queue.take());
      expect(taken).toEqual([...planned].sort((one, other) => one.at - other.at || one.order - other.order));
      expect(queue.take()).toBeNull();
    }),
  );
});

test.each([
  [7, null, 'talking'],
  [7, 4, 'answering'],
  [2, null, 'signedOut'],
  [null, 7, 'busy'],
  [4, 5, null],
  [42, null, null],
])('status %s with ctiStatus %s is %s', (status, ctiStatus, state) => {
  expect(stateOfNumbers(status, ctiStatus)).toBe(state);
});

test('status 7 covers everything from preoccupied to talking', () => {
  for (const state of ['preoccupied', 'occupied', 'answering', 'talking'] as const) expect(numbersOf(state).status).toBe(7);
});
