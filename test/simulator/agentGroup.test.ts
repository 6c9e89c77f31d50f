import { expect, test } from 'vitest';
import { timePasses } from '../support/patientClock.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const anyText: unknown = expect.any(String);
const online = 'agentgroup/{id}/onlineagentonvdn';
const all = 'agentgroup/{id}/allagentstatus';

test('onlineagentonvdn lists who is signed in, the inspector included', async () => {
  const simulator = await quickSimulator({ agents: 2 });
  simulator.setAgent('20001', { state: 'talking', name: 'Ann', group: 'Billing' });
  simulator.setAgent('20002', { state: 'signedOut' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', online)).result).toMatchObject([
    { workno: '291', status: '4', ctiStatus: '1' },
    { workno: '20001', name: 'Ann', status: '7', ctiStatus: '5', groupname: 'Billing', vdnid: 1, mediatype: 'TTT' },
  ]);
});

test('allagentstatus lists those signed out as well', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { state: 'signedOut' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', all)).result).toMatchObject([
    { workno: '291' },
    { workno: '292', status: '2' },
    { workno: '20001', status: '2', ctiStatus: '0', groupName: anyText },
  ]);
});

test('idleagent lists number and name of the idle', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { state: 'idle', name: 'Ann' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', 'agentgroup/{id}/idleagent')).result).toEqual([
    { workno: '291', name: 'Inspector 291' },
    { workno: '20001', name: 'Ann' },
  ]);
});

test('agentbyworkno has the fields of the documented sample', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { state: 'idle' });
  const client = await signedInInspector(simulator);
  const { result } = await client.call('GET', 'agentgroup/{id}/agentbyworkno/20001');
  expect(Object.keys(result ?? {})).toEqual([
    'workno',
    'name',
    'status',
    'ctiStatus',
    'groupid',
    'groupname',
    'skilllist',
    'mediatype',
    'vdnid',
    'phonenumber',
    'currentstatetime',
    'logindate',
    'callids',
    'inMultimediaConf',
    'currentStateReason',
  ]);
});

test('agentbyworkno of an unknown agent gets 300-002', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('GET', 'agentgroup/{id}/agentbyworkno/29999')).toBe('300-002');
});

test('iscensor tells the inspector, with and without a slash at the end', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect((await client.call('GET', 'agentgroup/{id}/iscensor')).result).toBe(true);
  expect((await client.call('GET', 'agentgroup/{id}/iscensor/')).result).toBe(true);
});

test('an account without the query right gets 300-001', async () => {
  const simulator = await quickSimulator({ inspectors: [{ agentId: '291', password: 'p', phone: '1', queryRight: false }] });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('GET', online)).toBe('300-001');
});

test('the edition of the API decides between strings and numbers, groupname and groupName', async () => {
  const simulator = await quickSimulator({ agents: 0, apiEdition: { numbers: 'number', groupField: 'groupName' } });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', online)).result).toMatchObject([
    { workno: 291, status: 4, ctiStatus: 1, groupName: 'Quality inspection' },
  ]);
});

test('names and numbers that no gateway should send are sent as they are', async () => {
  const simulator = await quickSimulator({ agents: 0, inspectors: [{ agentId: '291', password: 'p', phone: '1' }] });
  const name = `\u0000\u001b[31m<img src=x onerror=alert(1)>\u202e${'长'.repeat(10_000)}`;
  simulator.addAgent({ workNo: '777', name, status: 'banana', ctiStatus: 99 });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', online)).result).toMatchObject([{}, { workno: '777', name, status: 'banana', ctiStatus: 99 }]);
});

test('the sixth query in the window gets 000-007, and later ones are admitted again', async () => {
  const simulator = await quickSimulator({ timings: { queryWindow: 400 } });
  const client = await signedInInspector(simulator);
  const codes: string[] = [];
  for (let asked = 0; asked < 6; asked += 1) codes.push(await client.retcode('GET', online));
  expect(codes).toEqual(['0', '0', '0', '0', '0', '000-007']);
  await timePasses(400);
  expect(await client.retcode('GET', online)).toBe('0');
});

test('commands and polls are not under the query limit', async () => {
  const client = await signedInInspector(await quickSimulator({ timings: { pollHold: 1 } }));
  for (let sent = 0; sent < 8; sent += 1) {
    expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
    expect(await client.retcode('GET', 'agentevent/{id}')).toBe('0');
  }
});

test('a change of the name alone leaves odd numbers standing', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { status: 'banana' });
  simulator.setAgent('20001', { name: 'Ann' });
  expect(simulator.agent('20001')).toMatchObject({ name: 'Ann', status: 'banana' });
});
