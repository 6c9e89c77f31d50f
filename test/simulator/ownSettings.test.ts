import { expect, test } from 'vitest';
import { timePasses } from '../support/patientClock.ts';
import { PlainClient, guidIn } from './plainClient.ts';
import { firstInspector, quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const own = 'onlineagent/{id}';

test('a rest begins with its event, reminds of its end and is cancelled', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 2_000 } });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('POST', `${own}/rest/1/2`)).toBe('0');
  expect(await client.events(2)).toEqual(['AgentState_SetRest_Success', 'AgentState_Rest_Timeout']);
  expect((await client.call('GET', `${own}/agentstatus`)).result).toMatchObject({ agentState: 8 });
  expect(await client.retcode('POST', `${own}/rest/1/2`)).toBe('100-009');
  expect(await client.retcode('POST', `${own}/rest/60/2?prolong=true`)).toBe('0');
  expect(await client.events(1)).toEqual(['AgentState_SetRest_Success']);
  expect(await client.retcode('POST', `${own}/cancelrest`)).toBe('0');
  expect(await client.events(2)).toEqual(['AgentState_CancelRest_Success', 'AgentState_Ready']);
  expect(await client.retcode('POST', `${own}/cancelrest`)).toBe('100-009');
});

test.each(['0/1', '86400/1', '60/256', '60/-1', 'x/1', '60/1?prolong=maybe'])('rest/%s is refused with 000-002', async (what) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `${own}/rest/${what}`)).toBe('000-002');
});

test.each([
  ['autoanswer/true', '0'],
  ['autoanswer/1', '000-002'],
  ['autoenteridle/false', '0'],
  ['autoenteridle/True', '0'],
  ['autoenteridle/', '000-002'],
  ['autoenteridle/longer', '000-002'],
  ['settalkright?flag=1', '0'],
  ['settalkright?flag=0', '0'],
  ['settalkright?flag=2', '000-002'],
  ['settalkright?flag=true', '000-002'],
  ['settalkright', '000-002'],
  ['resetskill/true', '0'],
  ['resetskill/true?phonelinkage=1', '0'],
  ['resetskill/true?phonelinkage=2', '000-002'],
  ['resetskill/maybe', '000-002'],
  ['resetskill/false', '000-002'],
  ['resetskill/false?skillid=4711', '000-002'],
  ['handshake', '000-001'],
])('POST %s answers %s', async (what, retcode) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `${own}/${what}`)).toBe(retcode);
});

test('the reason of busy is answered with the details', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  await client.call('POST', `${own}/saybusy?reason=205`);
  expect((await client.call('GET', 'agentgroup/{id}/agentbyworkno/291')).result).toMatchObject({ currentStateReason: 205 });
});

test('updateGuid answers a new Guid, the old one staying valid', async () => {
  const client = await signedInInspector(await quickSimulator());
  const { result } = await client.call('PUT', `${own}/updateGuid`);
  expect(await client.retcode('POST', `${own}/sayfree`)).toBe('0');
  client.guid = (result as { guid: string }).guid;
  expect(await client.retcode('POST', `${own}/sayfree`)).toBe('0');
});

test('syncagentinfo throws the waiting events away', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.pushEvent('291', 'AgentOther_Note', 'lost');
  expect(await client.retcode('POST', `${own}/syncagentinfo`)).toBe('0');
  expect(await client.events(1)).toEqual(['nothing']);
});

test('agentskills lists the own skills, agentskillsbyworkno another’s', async () => {
  const simulator = await quickSimulator();
  const client = await signedInAgent(simulator, '20001');
  const { result } = await client.call('GET', `${own}/agentskills`);
  expect((await client.call('GET', `${own}/agentskillsbyworkno/20001`)).result).toEqual(result);
  expect(await client.retcode('GET', `${own}/agentskillsbyworkno/29999`)).toBe('100-019');
});

test('the handshake keeps a session of push mode alive and announces the Guid', async () => {
  const simulator = await quickSimulator({ timings: { maxTime: 400, guidInterval: 100, guidTimeout: 5_000 } });
  const client = new PlainClient(simulator, '291');
  await client.signIn(firstInspector(simulator), { callBackUri: 'https://127.0.0.1:1/', serviceToken: 't' });
  for (let sent = 0; sent < 4; sent += 1) {
    await timePasses(200);
    const answer = await client.send('POST', `${own}/handshake`);
    expect(answer.text).toContain('"0"');
    expect(guidIn(answer)).toBeDefined();
  }
});

test('loginex signs in as login does', async () => {
  const simulator = await quickSimulator();
  const client = new PlainClient(simulator, '291');
  const body = JSON.stringify({ password: firstInspector(simulator).password, phonenum: '40291' });
  expect(await client.retcode('PUT', `${own}/loginex`, body)).toBe('0');
});
