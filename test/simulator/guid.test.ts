import { expect, test } from 'vitest';
import { timePasses } from '../support/patientClock.ts';
import { guidIn, PlainClient } from './plainClient.ts';
import type { PlainAnswer } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const status = 'onlineagent/{id}/agentstatus';

async function pollFor(client: PlainClient): Promise<PlainAnswer> {
  return client.send('GET', 'agentevent/{id}');
}

test('without a Guid, or with a wrong one, a signed-in agent gets 000-003', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  client.guid = undefined;
  expect(await client.retcode('GET', status)).toBe('000-003');
  client.guid = '00000000-0000-0000-0000-000000000000.AgentGateway0';
  expect(await client.retcode('GET', status)).toBe('000-003');
});

test('the Guid of one agent is no Guid of another', async () => {
  const simulator = await quickSimulator();
  const first = await signedInInspector(simulator);
  const second = new PlainClient(simulator, '292');
  await second.signIn({ password: 'Inspect-292', phone: '40292' });
  second.guid = first.guid;
  expect(await second.retcode('GET', status)).toBe('000-003');
});

test('an agent who is not signed in gets 100-006', async () => {
  const simulator = await quickSimulator();
  expect(await new PlainClient(simulator, '291').retcode('GET', status)).toBe('100-006');
});

test('AUTHMODE 1: no poll ever announces a Guid', async () => {
  const simulator = await quickSimulator({ authMode: 1, timings: { pollHold: 20, guidInterval: 10, guidTimeout: 30 } });
  const client = await signedInInspector(simulator);
  for (let polls = 0; polls < 5; polls += 1) expect(guidIn(await pollFor(client))).toBeUndefined();
});

test('AUTHMODE 2: after GUIDINTERVAL the poll announces a new Guid, once', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 150, guidInterval: 100, guidTimeout: 20_000 } });
  const client = await signedInInspector(simulator);
  const renewed = guidIn(await pollFor(client));
  expect(renewed).toMatch(/\.AgentGateway0$/);
  expect(renewed).not.toBe(client.guid);
  simulator.pushEvent('291', 'AgentOther_Note', 'at once');
  expect(guidIn(await pollFor(client))).toBeUndefined();
});

test('an older Guid stays valid until its own GUIDTIMEOUT, then gets 000-003', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 60, guidInterval: 50, guidTimeout: 600 } });
  const client = await signedInInspector(simulator);
  const old = client.guid;
  const renewed = guidIn(await pollFor(client));
  expect(renewed).toBeDefined();
  expect(await client.retcode('GET', status)).toBe('0');
  await timePasses(600);
  expect(await client.retcode('GET', status)).toBe('000-003');
  expect(client.guid).toBe(old);
});

test('rotateGuid renews at once: the held poll announces it and the old one may go on', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  const held = pollFor(client);
  simulator.rotateGuid('291');
  expect(guidIn(await held)).toBeDefined();
  expect(await client.retcode('GET', status)).toBe('0');
});

test('rotateGuid can also let the old Guid expire', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.rotateGuid('291', 'expires');
  expect((await client.poll()).retcode).toBe('000-003');
});
