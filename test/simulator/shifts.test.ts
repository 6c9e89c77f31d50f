import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populate } from '../../simulator/centre/population.ts';
import { isOnDuty, shareOnDuty } from '../../simulator/centre/rota.ts';
import { startSimulator } from '../../simulator/index.ts';
import type { AgentState, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

async function livingSimulator(agents: number, timeOfDay?: string): Promise<[Simulator, HandClock]> {
  const clock = createHandClock(mondayAtEight);
  const options = timeOfDay === undefined ? {} : { timeOfDay };
  return [await quickSimulator({ clock, agents, centre: 'living', timings: { signIn: 0 }, ...options }), clock];
}

const agentsOf = (simulator: Simulator) => simulator.agents().filter(({ group }) => group !== 'Quality inspection');

test('whatever the clock shows, the centre starts in the middle of its day: nine of ten signed in, four talking', () => {
  fc.assert(
    fc.property(fc.nat(), fc.date({ noInvalidDate: true }), (seed, date) => {
      const states = populate(1_000, seed, date.getTime(), 13 * hour).map(({ agent }) => agent.state);
      const share = (state: AgentState): number => states.filter((other) => other === state).length / states.length;
      expect(share('signedOut')).toBeGreaterThan(0.04);
      expect(share('signedOut')).toBeLessThan(0.13);
      expect(share('talking')).toBeGreaterThan(0.33);
    }),
    { numRuns: 20 },
  );
});

test('at every hour as many are signed in at the start as the rota has on duty, at night some', () => {
  for (let time = 0; time < day; time += hour) {
    const people = populate(2_000, 1, 0, time);
    const signedIn = people.filter(({ agent }) => agent.state !== 'signedOut');
    expect(signedIn.length / people.length).toBeCloseTo(shareOnDuty(time), 1);
    expect(signedIn.length).toBeGreaterThan(40);
    for (const { agent, shift } of people) expect(isOnDuty(shift, time)).toBe(agent.state !== 'signedOut');
  }
});

test('over a day everyone signs in once and out once, and works the hours of their shift', async () => {
  const [simulator, clock] = await livingSimulator(100);
  const signedIn = (): Set<string> => new Set(agentsOf(simulator).flatMap(({ workNo, state }) => (state === 'signedOut' ? [] : [workNo])));
  const minutesIn = new Map<string, number>();
  const turns = new Map<string, number>();
  let before = signedIn();
  for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
    clock.jump(minute);
    const now = signedIn();
    for (const { workNo } of agentsOf(simulator)) {
      if (now.has(workNo)) minutesIn.set(workNo, (minutesIn.get(workNo) ?? 0) + 1);
      if (now.has(workNo) !== before.has(workNo)) turns.set(workNo, (turns.get(workNo) ?? 0) + 1);
    }
    before = now;
  }
  expect([...turns.values()].filter((count) => count !== 2)).toEqual([]);
  expect(turns.size).toBe(100);
  for (const minutes of minutesIn.values()) {
    expect(minutes).toBeGreaterThan(3.7 * 60);
    expect(minutes).toBeLessThan(10.5 * 60);
  }
});

test('nobody signs out in a call, and everyone rests two or three times in a long shift', async () => {
  const [simulator, clock] = await livingSimulator(100, '05:00');
  const rests = new Map<string, number>();
  const leftFrom = new Set<string>();
  let before = new Map(agentsOf(simulator).map(({ workNo, state }) => [workNo, state]));
  for (let steps = 0; steps < 24 * 720; steps += 1) {
    clock.jump(5_000);
    const now = new Map(agentsOf(simulator).map(({ workNo, state }) => [workNo, state]));
    for (const [workNo, state] of now) {
      const earlier = before.get(workNo) ?? 'signedOut';
      if (state === 'rest' && earlier !== 'rest') rests.set(workNo, (rests.get(workNo) ?? 0) + 1);
      if (state === 'signedOut' && earlier !== 'signedOut') leftFrom.add(earlier);
    }
    before = now;
  }
  expect([...leftFrom].sort().filter((state) => ['answering', 'talking', 'preoccupied', 'occupied'].includes(state))).toEqual([]);
  const counts = [...rests.values()];
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  expect(counts.filter((count) => count === 2 || count === 3).length).toBeGreaterThan(80);
});

test('not all rest at the same time', async () => {
  const [simulator, clock] = await livingSimulator(200);
  for (let minutes = 0; minutes < 180; minutes += 1) {
    clock.jump(minute);
    expect(agentsOf(simulator).filter(({ state }) => state === 'rest').length).toBeLessThan(60);
  }
});

test('who is forced out in their shift comes back', async () => {
  const [simulator, clock] = await livingSimulator(50);
  const inspector = await clock.standFor(signedInInspector(simulator));
  const idle = agentsOf(simulator).find(({ state }) => state === 'idle')?.workNo ?? '';
  expect(await inspector.retcode('POST', `qualitycontrol/{id}/forcelogout/${idle}`)).toBe('0');
  expect(simulator.agent(idle).state).toBe('signedOut');
  clock.jump(40 * minute);
  expect(simulator.agent(idle).state).not.toBe('signedOut');
});

test('an inspector who asked for it is told who comes and goes with the shifts', async () => {
  const clock = createHandClock(mondayAtEight);
  const timings = { signIn: 0, maxTime: day, guidTimeout: day };
  const simulator = await quickSimulator({ clock, agents: 100, centre: 'living', timings });
  const inspector = await clock.standFor(signedInInspector(simulator, { listenStatus: 'true' }));
  clock.jump(4 * hour);
  const subtypes = (await inspector.events(20)).map((event) => /QC_AgentState_(Login|Logout)/.exec(event)?.[1]);
  expect(new Set(subtypes)).toEqual(new Set(['Login', 'Logout']));
});

test.each(['24:00', '9:00', '13.00', 'noon', ''])('a start of the day at “%s” is refused', async (timeOfDay) => {
  await expect(startSimulator({ timeOfDay })).rejects.toThrow('timeOfDay must be a time as 13:00');
});
