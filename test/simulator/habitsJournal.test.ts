import { expect, test } from 'vitest';
import type { Habits, JournalEntry, PhoneBehaviour, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { journalOf, ofKind } from './journalKept.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const listen = 'qualitycontrol/{id}/addsupervise/20001';
const stop = 'qualitycontrol/{id}/20001';

interface Stage {
  readonly clock: HandClock;
  readonly simulator: Simulator;
  readonly client: PlainClient;
  readonly entries: readonly JournalEntry[];
}

async function stage(phone: PhoneBehaviour, habits: Habits = {}): Promise<Stage> {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, phone, timings: { signIn: 0, busy: 50, ring: 450 } });
  const client = await clock.standFor(signedInInspector(simulator));
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setHabits(habits, '291');
  return { clock, simulator, client, entries: journalOf(simulator) };
}

/** What happened to the inspector's phone: when, in milliseconds since the first of it, and what. */
function ofThePhone(entries: readonly JournalEntry[]): string[] {
  const about = entries.flatMap((entry) => {
    switch (entry.kind) {
      case 'listenBegan':
      case 'ringBegan':
      case 'audioBegan':
        return [{ at: entry.at, text: `${entry.kind} ${entry.workNo}` }];
      case 'ringEnded':
        return [{ at: entry.at, text: `ringEnded ${entry.why}` }];
      case 'audioEnded':
      case 'listenEnded':
        return [{ at: entry.at, text: `${entry.kind} ${entry.by} ${entry.why}` }];
      default:
        return [];
    }
  });
  const began = about[0]?.at ?? 0;
  return about.map(({ at, text }) => `${String(at - began)} ${text}`);
}

/** How a listen is ended. */
const upTo = (end: (stage: Stage) => unknown): ((stage: Stage) => unknown) => end;

test.each([
  [
    'a stop of the client',
    upTo(({ clock, client }) => clock.standFor(client.call('DELETE', stop))),
    ['9000 audioEnded client stopped', '9000 listenEnded client stopped'],
  ],
  [
    'a hang-up',
    upTo(({ simulator }) => {
      simulator.hangUp('291');
    }),
    ['9000 audioEnded inspector hungUp', '9000 listenEnded inspector hungUp'],
  ],
  [
    'the end of the agent’s call',
    upTo(({ simulator }) => {
      simulator.setAgent('20001', { state: 'wrapUp' });
    }),
    ['9000 audioEnded platform callEnded', '9000 listenEnded platform callEnded'],
  ],
  [
    'the end of the session',
    upTo(({ simulator }) => {
      simulator.endSession('291');
    }),
    ['9000 audioEnded platform sessionOver', '9000 listenEnded platform sessionOver'],
  ],
] as const)('a listen that was heard, to %s', async (_, end, ends) => {
  const here = await stage({ kind: 'picksUp', afterMs: 2_000 });
  await here.clock.standFor(here.client.call('PUT', listen));
  here.clock.jump(9_000);
  await end(here);
  expect(ofThePhone(here.entries)).toEqual([
    '0 listenBegan 20001',
    '500 ringBegan 20001',
    '2500 ringEnded pickedUp',
    '2500 audioBegan 20001',
    ...ends,
  ]);
});

test('a ring that is declined was never heard', async () => {
  const { clock, client, entries } = await stage({ kind: 'declines', afterMs: 3_000 });
  await clock.standFor(client.call('PUT', listen));
  clock.jump(9_000);
  expect(ofThePhone(entries)).toEqual([
    '0 listenBegan 20001',
    '500 ringBegan 20001',
    '3500 ringEnded declined',
    '3500 listenEnded inspector declined',
  ]);
});

test('a request is written down as it comes, as it is carried out, and as it is answered', async () => {
  const { clock, client, entries } = await stage(
    { kind: 'neverAnswers' },
    { answersLate: { share: 1, of: 'commands', when: 'beforeHandling', fromMs: 3_000, toMs: 3_000 } },
  );
  const answer = client.call('PUT', listen);
  await expect.poll(() => ofKind(entries, 'received')).toHaveLength(1);
  clock.jump(3_000);
  await answer;
  const way = [...ofKind(entries, 'received'), ...ofKind(entries, 'carriedOut'), ...ofKind(entries, 'answered')];
  expect(new Set(way.map(({ request }) => request)).size).toBe(1);
  expect(way).toMatchObject([
    { kind: 'received', agentId: '291', interface: 'addSupervise', workNo: '20001' },
    { kind: 'carriedOut', retcode: '0' },
    { kind: 'answered', retcode: '0' },
  ]);
  expect((way[1]?.at ?? 0) - (way[0]?.at ?? 0)).toBe(3_000);
});

test('an answer that is lost, or a page in its place, told nothing', async () => {
  const lost = await stage({ kind: 'neverAnswers' }, { answersLost: { share: 1, of: 'commands' } });
  await expect(lost.client.send('PUT', listen)).rejects.toThrow();
  expect(ofKind(lost.entries, 'carriedOut')).toHaveLength(1);
  expect(ofKind(lost.entries, 'answered')).toEqual([]);
  const paged = await stage({ kind: 'neverAnswers' }, { pages: { share: 1 } });
  await paged.client.send('PUT', listen);
  expect(ofKind(paged.entries, 'carriedOut')).toEqual([]);
  expect(ofKind(paged.entries, 'answered')).toMatchObject([{ retcode: null }]);
});

test('a query’s answer says of when it is, and whether it tells of the own call', async () => {
  const { clock, client, entries } = await stage(
    { kind: 'neverAnswers' },
    { queriesStale: { share: 1, upToMs: 5_000 }, queriesBlind: { how: 'noCtiStatus' } },
  );
  await client.call('GET', 'agentgroup/{id}/agentbyworkno/291');
  const [answered] = ofKind(entries, 'answered');
  expect(answered).toMatchObject({ interface: 'queryAgentInfoByWorkNo', workNo: '291', isBlind: true });
  expect(clock.now() - (answered?.asOf ?? 0)).toBeGreaterThan(0);
  expect(clock.now() - (answered?.asOf ?? 0)).toBeLessThanOrEqual(5_000);
});

test('an event is written down as it arises and each time that it is delivered', async () => {
  const { clock, simulator, client, entries } = await stage(
    { kind: 'neverAnswers' },
    { eventsLate: { fromMs: 4_000, toMs: 4_000 }, eventsTwice: { share: 1, fromMs: 1_000, toMs: 1_000 } },
  );
  simulator.pushEvent('291', 'Test_A');
  clock.jump(5_000);
  expect(await client.events(2)).toEqual(['Test_A', 'Test_A']);
  const [raised] = ofKind(entries, 'eventRaised');
  const delivered = ofKind(entries, 'eventDelivered');
  expect(delivered.map(({ event }) => event)).toEqual([raised?.event, raised?.event]);
  expect(delivered[0]?.raisedAt).toBe((delivered[0]?.at ?? 0) - 5_000);
});

test('an answer that brings a new Guid is written down', async () => {
  const { client, entries } = await stage({ kind: 'neverAnswers' }, { guidRenewed: { share: 1, oldLivesMs: 5_000 } });
  await client.call('GET', 'onlineagent/{id}/agentstatus');
  expect(ofKind(entries, 'guidRenewed')).toMatchObject([{ interface: 'getAgentStatus' }]);
});

test('of polls only the refusals are written down as answered', async () => {
  const { client, simulator, entries } = await stage({ kind: 'neverAnswers' });
  simulator.pushEvent('291', 'Test_A');
  await client.poll();
  expect(ofKind(entries, 'answered')).toEqual([]);
  simulator.endSession('291');
  await client.poll();
  expect(ofKind(entries, 'answered')).toMatchObject([{ interface: 'getAgentEvent', retcode: '100-006' }]);
});

test('sessions begin and end, and why', async () => {
  const { clock, simulator, entries } = await stage({ kind: 'neverAnswers' });
  clock.jump(119_000);
  expect(ofKind(entries, 'sessionEnded')).toEqual([]);
  clock.jump(2_000);
  expect(ofKind(entries, 'sessionEnded')).toMatchObject([{ agentId: '291', why: 'timedOut' }]);
  await clock.standFor(signedInInspector(simulator));
  expect(ofKind(entries, 'sessionBegan')).toMatchObject([{ agentId: '291' }]);
});
