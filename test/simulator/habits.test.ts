import { expect, test } from 'vitest';
import { startControl } from '../../simulator/index.ts';
import { readScenario, runScenario, scenarioErrorText } from '../../simulator/scenarios/index.ts';
import { testClock } from '../support/patientClock.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const stale = { queriesStale: { share: 1, upToMs: 3_000 } } as const;
const blind = { queriesBlind: { how: 'refused' } } as const;

test('an inspector’s own habits go before everyone’s, one by one', async () => {
  const simulator = await quickSimulator({
    habits: [{ habits: { ...stale, ...blind } }, { agentId: '291', habits: { queriesBlind: { how: 'noCtiStatus' } } }],
  });
  expect(simulator.habitsOf('291')).toEqual({ ...stale, queriesBlind: { how: 'noCtiStatus' } });
  expect(simulator.habitsOf('292')).toEqual({ ...stale, ...blind });
});

test('new habits come in place of those before', async () => {
  const simulator = await quickSimulator();
  simulator.setHabits(stale, '291');
  simulator.setHabits(blind, '291');
  expect(simulator.habitsOf('291')).toEqual(blind);
  simulator.setHabits({}, '291');
  expect(simulator.habitsOf('291')).toEqual({});
});

test('behave takes every habit back', async () => {
  const simulator = await quickSimulator();
  simulator.setHabits(stale);
  simulator.setHabits(blind, '291');
  simulator.behave();
  expect(simulator.habitsOf('291')).toEqual({});
});

test('a simulator that is asked for nonsense does not start', async () => {
  const start = quickSimulator({ habits: [{ habits: { eventsLost: { share: 2, of: ['all'] } } }] });
  await expect(start).rejects.toThrow('habits.eventsLost.share must be at most 1');
});

test('a range that ends before it begins is nonsense', async () => {
  const simulator = await quickSimulator();
  expect(() => {
    simulator.setHabits({ eventsLate: { fromMs: 2, toMs: 1 } });
  }).toThrow('habits.eventsLate.toMs must not be below where it begins');
});

test('the control port sets them', async () => {
  const simulator = await quickSimulator();
  const control = await startControl({ gateway: { simulator } });
  try {
    const set = (body: object): Promise<Response> =>
      fetch(`${control.url}/habits`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    expect((await set({ agentId: '291', habits: stale })).status).toBe(200);
    expect(simulator.habitsOf('291')).toEqual(stale);
    const refused = await set({ habits: { pages: { share: -1 } } });
    expect([refused.status, await refused.json()]).toEqual([400, { field: 'habits.pages.share', reason: 'must be at least 0' }]);
  } finally {
    await control.close();
  }
});

test('a scenario sets them, its durations in words', async () => {
  const simulator = await quickSimulator();
  await signedInInspector(simulator);
  const reading = readScenario({
    name: 'habits.yaml',
    text: `
about: habits
steps:
  - at: 0s
    do:
      - setHabits: { agent: 291, eventsLate: { from: 500ms, to: 8s }, guidRenewed: { share: 0.1, oldLives: 5s } }
      - setHabits: { queriesStale: { share: 1, upTo: 3s }, pollsCut: { after: 8s } }
`,
  });
  if (reading.kind === 'wrong') throw new Error(reading.errors.map(scenarioErrorText).join('\n'));
  await runScenario(reading.scenario, { simulator, clock: testClock() }).done;
  expect(simulator.habitsOf('291')).toEqual({
    eventsLate: { fromMs: 500, toMs: 8_000 },
    guidRenewed: { share: 0.1, oldLivesMs: 5_000 },
    queriesStale: { share: 1, upToMs: 3_000 },
    pollsCut: { afterMs: 8_000 },
  });
});

test('a scenario that writes a habit wrong is told where', () => {
  const reading = readScenario({
    name: 'habits.yaml',
    text: 'about: x\nsteps:\n  - at: 0s\n    do: [{ setHabits: { agent: 291, eventsLate: { from: 1, to: 8s }, noSuch: {} } }]\n',
  });
  expect(reading.kind === 'wrong' ? reading.errors.map(scenarioErrorText).sort() : []).toEqual([
    expect.stringContaining('setHabits.eventsLate.from: must be a duration'),
    expect.stringContaining('setHabits.noSuch: is no field'),
  ]);
});
