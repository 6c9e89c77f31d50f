import { expect, test } from 'vitest';
import type { Habits, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { journalOf, ofKind } from './journalKept.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

/** An inspector who met no habit while signing in, at a gateway whose time stands still. */
async function stage(habits: Habits): Promise<{ clock: HandClock; simulator: Simulator; client: PlainClient }> {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, timings: { signIn: 0, pollHold: 20_000 } });
  const client = await clock.standFor(signedInInspector(simulator));
  simulator.setHabits(habits, '291');
  return { clock, simulator, client };
}

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `Test_${letter}`);

test('eventsLate: nothing comes before its time, and all of it in the order in which it arose', async () => {
  const { clock, simulator, client } = await stage({ eventsLate: { fromMs: 2_000, toMs: 9_000 } });
  for (const name of names) simulator.pushEvent('291', name);
  const first = client.poll();
  clock.jump(1_999);
  expect(await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 50, 'held'))])).toBe('held');
  clock.jump(7_001);
  expect((await first).event?.eventType).toBe('Test_A');
  expect(await client.events(7)).toEqual(names.slice(1));
});

test('eventsLate: what arises after the habit was given up still comes behind what is on its way', async () => {
  const { clock, simulator, client } = await stage({ eventsLate: { fromMs: 5_000, toMs: 5_000 } });
  simulator.pushEvent('291', 'Test_A');
  simulator.setHabits({}, '291');
  simulator.pushEvent('291', 'Test_B');
  clock.jump(5_000);
  expect(await client.events(2)).toEqual(['Test_A', 'Test_B']);
});

test('eventsLost: only the kinds that are named, and the journal knows them', async () => {
  const { clock, simulator, client } = await stage({ eventsLost: { share: 1, of: ['rings', 'ends'] } });
  const entries = journalOf(simulator);
  await clock.standFor(client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001'));
  clock.jump(50);
  simulator.hangUp('291');
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'AgentOther_PhoneOffhook {"type":"main"}']);
  expect(ofKind(entries, 'eventLost').map(({ eventType }) => eventType)).toEqual([
    'AgentOther_PhoneAlerting',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]);
});

test('eventsLost: a share of all of them', async () => {
  const { simulator } = await stage({ eventsLost: { share: 0.25, of: ['all'] } });
  const entries = journalOf(simulator);
  for (let count = 0; count < 2_000; count += 1) simulator.pushEvent('291', 'Test_A');
  expect(ofKind(entries, 'eventLost').length / 2_000).toBeCloseTo(0.25, 1);
});

test('eventsTwice: the second comes later, past what came between', async () => {
  const { clock, simulator, client } = await stage({ eventsTwice: { share: 1, fromMs: 3_000, toMs: 3_000 } });
  simulator.pushEvent('291', 'Test_A');
  simulator.setHabits({}, '291');
  simulator.pushEvent('291', 'Test_B');
  expect(await client.events(2)).toEqual(['Test_A', 'Test_B']);
  clock.jump(3_000);
  expect(await client.events(1)).toEqual(['Test_A']);
});

test('eventFlood: so many a second of what matters to nobody, in the same queue, until it is given up', async () => {
  const { clock, simulator, client } = await stage({ eventFlood: { perSecond: 500 } });
  const entries = journalOf(simulator);
  clock.jump(1_000);
  simulator.setHabits({}, '291');
  clock.jump(1_000);
  simulator.pushEvent('291', 'Test_A');
  const events = await client.events(501);
  expect(new Set(events.slice(0, 500))).toEqual(new Set(['AgentOther_Note']));
  expect(events.at(-1)).toBe('Test_A');
  expect(ofKind(entries, 'eventRaised').map(({ eventType }) => eventType)).toEqual(['Test_A']);
});

test('what is late is lost with its session', async () => {
  const { clock, simulator, client } = await stage({ eventsLate: { fromMs: 5_000, toMs: 5_000 } });
  simulator.pushEvent('291', 'Test_A');
  await clock.standFor(client.call('DELETE', 'onlineagent/{id}/logout'));
  simulator.setHabits({}, '291');
  const again = await clock.standFor(signedInInspector(simulator));
  clock.jump(5_000);
  simulator.pushEvent('291', 'Test_B');
  expect(await again.events(1)).toEqual(['Test_B']);
});

test('the same seed loses the same events', async () => {
  const lostOf = async (): Promise<string[]> => {
    const { simulator } = await stage({ eventsLost: { share: 0.5, of: ['all'] } });
    const entries = journalOf(simulator);
    for (const name of names) simulator.pushEvent('291', name);
    return ofKind(entries, 'eventLost').map(({ eventType }) => eventType);
  };
  const lost = await lostOf();
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.length).toBeLessThan(names.length);
  expect(await lostOf()).toEqual(lost);
});
