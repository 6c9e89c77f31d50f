import { expect, test } from 'vitest';
import { timePasses } from '../support/patientClock.ts';
import { firstInspector, quickSimulator, signedInInspector } from './signedIn.ts';
import { PlainClient } from './plainClient.ts';

test('a poll without an event is held and then answers exactly the documented text', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 200 } });
  const client = await signedInInspector(simulator);
  const before = performance.now();
  const answer = await client.send('GET', 'agentevent/{id}');
  expect(answer.text).toBe('{"message":"","retcode":"0"}');
  expect(performance.now() - before).toBeGreaterThan(180);
});

test('an event ends a held poll at once', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 10_000 } });
  const client = await signedInInspector(simulator);
  const held = client.poll();
  await expect.poll(() => simulator.requests.at(-1)?.interface).toBe('getAgentEvent');
  simulator.pushEvent('291', 'AgentOther_Bulletin', 'Lunch');
  expect((await held).event).toMatchObject({ eventType: 'AgentOther_Bulletin', workNo: '291', content: 'Lunch' });
});

test('with a tick a held poll notices the event at the next one', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 10_000, pollTick: 100 } });
  const client = await signedInInspector(simulator);
  const held = client.poll();
  await expect.poll(() => simulator.requests.at(-1)?.answer).toBeUndefined();
  simulator.pushEvent('291', 'AgentOther_Bulletin', 'Lunch');
  expect((await held).event?.eventType).toBe('AgentOther_Bulletin');
});

test('one event an answer, oldest first', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  for (const number of ['1', '2', '3']) simulator.pushEvent('291', 'AgentOther_Note', number);
  expect(await client.events(4)).toEqual(['AgentOther_Note "1"', 'AgentOther_Note "2"', 'AgentOther_Note "3"', 'nothing']);
});

test('of two polls at a time the one held longer gets the event', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 400 } });
  const client = await signedInInspector(simulator);
  const first = client.poll();
  await expect.poll(() => simulator.requests.length).toBe(4);
  const second = client.poll();
  await expect.poll(() => simulator.requests.length).toBe(5);
  simulator.pushEvent('291', 'AgentOther_Note', 'once');
  expect((await first).event?.content).toBe('once');
  expect(await second).toEqual({ message: '', retcode: '0' });
});

test('a poll whose client has hung up takes no event with it', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
  const client = await signedInInspector(simulator);
  const hangUp = new AbortController();
  const held = client.send('GET', 'agentevent/{id}', undefined, hangUp.signal);
  await expect.poll(() => simulator.requests.length).toBe(4);
  hangUp.abort();
  await expect(held).rejects.toThrow();
  await timePasses(50);
  simulator.pushEvent('291', 'AgentOther_Note', 'kept');
  expect(await client.events(1)).toEqual(['AgentOther_Note "kept"']);
});

test('events bear eventGenTime in the new edition only', async () => {
  const fresh = await quickSimulator({ apiEdition: { edition: 'new' } });
  const old = await quickSimulator({ apiEdition: { edition: 'old' } });
  for (const [simulator, type] of [
    [fresh, 'number'],
    [old, 'undefined'],
  ] as const) {
    const client = await signedInInspector(simulator);
    simulator.pushEvent('291', 'AgentOther_Note');
    expect(typeof (await client.poll()).event?.eventGenTime).toBe(type);
  }
});

test('without a poll an agent is signed out after MAXTIME', async () => {
  const simulator = await quickSimulator({ timings: { maxTime: 200 } });
  const client = await signedInInspector(simulator);
  await expect.poll(() => simulator.sessionOf('291').signedIn).toBe(false);
  expect((await client.poll()).retcode).toBe('100-006');
});

test('a held poll keeps an agent signed in, other requests do not', async () => {
  const simulator = await quickSimulator({ timings: { maxTime: 250, pollHold: 600 }, queryLimit: 'off' });
  const client = await signedInInspector(simulator);
  expect((await client.poll()).retcode).toBe('0');
  for (let asked = 0; asked < 10; asked += 1) {
    await client.call('GET', 'onlineagent/{id}/agentstatus');
    await timePasses(40);
  }
  expect(simulator.sessionOf('291').signedIn).toBe(false);
});

test('endSession answers the held poll with 100-006', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
  const client = await signedInInspector(simulator);
  const held = client.poll();
  await expect.poll(() => simulator.requests.length).toBe(4);
  simulator.endSession('291');
  expect((await held).retcode).toBe('100-006');
});

test('a poll of a session signed in for push mode gets 000-001', async () => {
  const simulator = await quickSimulator();
  const client = new PlainClient(simulator, '291');
  await client.signIn(firstInspector(simulator), { callBackUri: 'https://127.0.0.1:1/', serviceToken: 't' });
  expect((await client.poll()).retcode).toBe('000-001');
});
