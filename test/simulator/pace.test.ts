import { expect, test } from 'vitest';
import { forcedPace } from '../../simulator/centre/pace.ts';
import { startSimulator } from '../../simulator/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { quickSimulator } from './signedIn.ts';

const hour = 3_600_000;

async function pacedSimulator(agents: number, changesPerSecond: number): Promise<[Simulator, HandClock]> {
  const clock = createHandClock(mondayAtEight);
  return [await quickSimulator({ clock, agents, centre: 'living', changesPerSecond }), clock];
}

test.each([
  [10_000, 100],
  [10_000, 20],
  [200, 100],
  [200, 0.5],
])('%i agents change state as often as is asked for: %d times a second', async (agents, perSecond) => {
  const [simulator, clock] = await pacedSimulator(agents, perSecond);
  clock.jump(100_000);
  const asked = 100 * perSecond;
  expect(simulator.stateChanges).toBeGreaterThanOrEqual(0.98 * asked);
  expect(simulator.stateChanges).toBeLessThanOrEqual(1.02 * asked);
});

test('a forced pace changes when things happen, not what: the same day on another clock', async () => {
  const clock = createHandClock(mondayAtEight);
  const natural = await quickSimulator({ clock, agents: 100, centre: 'living' });
  clock.jump(hour / 2);
  const [paced, pacedClock] = await pacedSimulator(100, 50);
  while (paced.stateChanges < natural.stateChanges) pacedClock.jump(20);
  const states = (simulator: Simulator): string[] => simulator.agents().map(({ workNo, state }) => `${workNo} ${state}`);
  expect(paced.stateChanges).toBe(natural.stateChanges);
  expect(states(paced)).toEqual(states(natural));
});

test('each change bears the time at which it was due', async () => {
  const [simulator, clock] = await pacedSimulator(200, 10);
  const began = clock.now();
  clock.jump(10_000);
  const since = simulator.agents().flatMap((agent) => (agent.since > began ? [agent.since - began] : []));
  expect(since.length).toBeGreaterThan(20);
  expect(since.filter((ms) => ms % 100 !== 0)).toEqual([]);
});

test('when nobody can change, the day goes on at an hour a second, and no faster', async () => {
  const [simulator, clock] = await pacedSimulator(1, 100);
  simulator.setAgent('20001', { state: 'busy' });
  const changes = simulator.stateChanges;
  clock.jump(24_000);
  expect(simulator.stateChanges).toBe(changes);
  expect(simulator.skillQueues()[0]?.arrived).toBeGreaterThan(20);
  expect(simulator.skillQueues()[0]?.arrived).toBeLessThan(120);
});

test('what a sleeping machine has not changed for hours is not made up for', () => {
  const pace = forcedPace(0, 100);
  pace.wake(8 * hour, 0);
  let made = 0;
  while (pace.isDue(0, 8 * hour)) {
    pace.changed();
    made += 1;
  }
  expect(made).toBe(1_001);
});

test.each([0, -1, Infinity, NaN, 10_001])('a pace of %d changes a second is refused', async (changesPerSecond) => {
  await expect(startSimulator({ changesPerSecond })).rejects.toThrow('changesPerSecond must be above 0');
});
