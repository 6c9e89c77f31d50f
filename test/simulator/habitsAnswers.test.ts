import { expect, test } from 'vitest';
import type { Habits, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import { guidIn } from './plainClient.ts';
import type { PlainAnswer, PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const listen = 'qualitycontrol/{id}/addsupervise/20001';
const status = 'onlineagent/{id}/agentstatus';

async function stage(habits: Habits): Promise<{ clock: HandClock; simulator: Simulator; client: PlainClient }> {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, timings: { signIn: 0, pollHold: 10_000 }, queryLimit: 'off' });
  const client = await clock.standFor(signedInInspector(simulator));
  simulator.setHabits(habits, '291');
  return { clock, simulator, client };
}

/** Whether there is an answer yet, once what is on its way over the network has had time to arrive. */
async function answerOf<Value>(answer: Promise<Value>): Promise<Value | 'none yet'> {
  return Promise.race([answer, new Promise<'none yet'>((resolve) => setTimeout(resolve, 100, 'none yet'))]);
}

const late = { share: 1, of: 'commands', fromMs: 8_000, toMs: 8_000 } as const;

test('answersLate, before: what was admitted is carried out late, even past its Guid', async () => {
  const { clock, simulator, client } = await stage({ answersLate: { ...late, when: 'beforeHandling' } });
  const answer = client.call('PUT', listen);
  await clock.timerIn(8_000);
  simulator.rotateGuid('291', 'expires');
  expect(simulator.inspectionOf('291')).toBeNull();
  clock.jump(8_000);
  expect((await answer).retcode).toBe('0');
  expect(simulator.inspectionOf('291')).toMatchObject({ workNo: '20001' });
});

test('answersLate, before: a session that has ended meanwhile gets 100-006', async () => {
  const { clock, simulator, client } = await stage({ answersLate: { ...late, when: 'beforeHandling' } });
  const answer = client.call('PUT', listen);
  await clock.timerIn(8_000);
  simulator.endSession('291');
  clock.jump(8_000);
  expect((await answer).retcode).toBe('100-006');
});

test('answersLate, after: carried out at once, and told late', async () => {
  const { clock, simulator, client } = await stage({ answersLate: { ...late, when: 'afterHandling' } });
  const answer = client.call('PUT', listen);
  await clock.timerIn(8_000);
  expect(simulator.inspectionOf('291')).toMatchObject({ workNo: '20001' });
  clock.jump(8_000);
  expect((await answer).retcode).toBe('0');
});

test('answersLate of commands leaves queries and polls alone', async () => {
  const { simulator, client } = await stage({ answersLate: { ...late, when: 'either' } });
  expect(await client.retcode('GET', status)).toBe('0');
  simulator.pushEvent('291', 'Test_A');
  expect(await client.events(1)).toEqual(['Test_A']);
});

test('answersLost: carried out, and the connection breaks', async () => {
  const { simulator, client } = await stage({ answersLost: { share: 1, of: 'all' } });
  await expect(client.send('PUT', listen)).rejects.toThrow();
  expect(simulator.inspectionOf('291')).toMatchObject({ workNo: '20001' });
  await expect(client.send('GET', status)).rejects.toThrow();
});

test('guidRenewed: any answer brings a new Guid, and the old one dies after its time', async () => {
  const { clock, client } = await stage({ guidRenewed: { share: 1, oldLivesMs: 5_000 } });
  const old = client.guid;
  const renewed = guidIn(await client.send('GET', status));
  expect(renewed).toBeDefined();
  expect(renewed).not.toBe(old);
  clock.jump(4_999);
  expect(await client.retcode('GET', status)).toBe('0');
  clock.jump(1);
  expect(await client.retcode('GET', status)).toBe('000-003');
  client.guid = renewed;
  expect(await client.retcode('GET', status)).toBe('0');
});

test('guidRenewed: a late answer’s Guid is as young as the answer', async () => {
  const { clock, client } = await stage({
    guidRenewed: { share: 1, oldLivesMs: 5_000 },
    answersLate: { share: 1, of: 'queries', when: 'afterHandling', fromMs: 20_000, toMs: 20_000 },
  });
  const answer = client.send('GET', status);
  await clock.timerIn(20_000);
  clock.jump(20_000);
  expect(guidIn(await answer)).toBeDefined();
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
});

test('guidRenewed: who was not let in gets no Guid', async () => {
  const { client } = await stage({ guidRenewed: { share: 1, oldLivesMs: 5_000 } });
  client.guid = '00000000-0000-0000-0000-000000000000.AgentGateway0';
  const answer = await client.send('GET', status);
  expect(answer.text).toContain('000-003');
  expect(guidIn(answer)).toBeUndefined();
});

test('pages: a proxy’s page in place of the answer, and nothing is carried out', async () => {
  const { simulator, client } = await stage({ pages: { share: 1 } });
  const answers: PlainAnswer[] = [];
  for (let count = 0; count < 20; count += 1) answers.push(await client.send('PUT', listen));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([502, 503]));
  expect(new Set(answers.map(({ headers }) => headers['content-type']))).toEqual(new Set(['text/html;charset=UTF-8']));
  expect(simulator.inspectionOf('291')).toBeNull();
});

test('pages: who signs in meets none', async () => {
  const simulator = await quickSimulator({ habits: [{ habits: { pages: { share: 1 } } }] });
  await expect(signedInInspector(simulator)).rejects.toThrow();
  expect(simulator.sessionOf('291').signedIn).toBe(true);
});

test.each([
  ['closed', 'rejects'],
  ['page', 504],
] as const)('pollsCut, %s: a held poll is given up, and the next event waits for the next one', async (how, told) => {
  const { clock, simulator, client } = await stage({ pollsCut: { afterMs: 8_000, how } });
  const poll = client.send('GET', 'agentevent/{id}').then(
    (answer) => answer.status,
    () => 'rejects',
  );
  await clock.timerIn(8_000);
  clock.jump(7_999);
  expect(await answerOf(poll)).toBe('none yet');
  clock.jump(1);
  expect(await poll).toBe(told);
  simulator.pushEvent('291', 'Test_A');
  expect(await client.events(1)).toEqual(['Test_A']);
});
