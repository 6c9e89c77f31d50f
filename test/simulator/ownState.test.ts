import { expect, test } from 'vitest';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const status = 'onlineagent/{id}/agentstatus';

test('agentstatus answers the state in the gateway’s own numbers', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect((await client.call('GET', status)).result).toEqual({ agentState: 4, isWorking: false });
});

test('saybusy and sayfree: the state, its event and the reason', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', 'onlineagent/{id}/saybusy?reason=205')).toBe('0');
  expect(await client.events(1)).toEqual(['AgentState_SetNotReady_Success {"reason":"205"}']);
  expect((await client.call('GET', status)).result).toMatchObject({ agentState: 3 });
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
  expect(await client.events(1)).toEqual(['AgentState_Ready']);
});

test.each([
  ['reason=199', '000-002'],
  ['reason=251', '000-002'],
  ['reason=x', '000-002'],
  ['reason=200&prolong=maybe', '000-002'],
  ['reason=0', '0'],
  ['reason=', '0'],
])('saybusy?%s answers %s', async (query, retcode) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `onlineagent/{id}/saybusy?${query}`)).toBe(retcode);
});

test('busy again needs both reason and prolong', async () => {
  const client = await signedInInspector(await quickSimulator(), { status: 3 });
  expect(await client.retcode('POST', 'onlineagent/{id}/saybusy?reason=200')).toBe('100-009');
  expect(await client.retcode('POST', 'onlineagent/{id}/saybusy?reason=200&prolong=true')).toBe('0');
});

test('cancelbusy ends busy and nothing else', async () => {
  const client = await signedInInspector(await quickSimulator(), { status: 3 });
  expect(await client.retcode('POST', 'onlineagent/{id}/cancelbusy')).toBe('0');
  expect(await client.events(2)).toEqual(['AgentState_CancelNotReady_Success', 'AgentState_Ready']);
  expect(await client.retcode('POST', 'onlineagent/{id}/cancelbusy')).toBe('100-009');
});

test('work and cancelwork enter and leave wrap-up', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', 'onlineagent/{id}/work')).toBe('0');
  expect((await client.call('GET', status)).result).toEqual({ agentState: 5, isWorking: false });
  expect(await client.retcode('POST', 'onlineagent/{id}/cancelwork')).toBe('0');
  expect(await client.events(3)).toEqual(['AgentState_SetWork_Success', 'AgentState_CancelWork_Success', 'AgentState_Ready']);
  expect(await client.retcode('POST', 'onlineagent/{id}/cancelwork')).toBe('100-009');
});

test('no state can be set while listening', async () => {
  const client = await signedInInspector(await quickSimulator());
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  for (const command of ['sayfree', 'saybusy', 'work']) {
    expect(await client.retcode('POST', `onlineagent/{id}/${command}`)).toBe('100-009');
  }
});

test('isWorking is true while the agent talks', async () => {
  const simulator = await quickSimulator();
  const client = await signedInAgent(simulator, '20001');
  simulator.offerCall('20001');
  await client.events(5);
  expect((await client.call('GET', status)).result).toEqual({ agentState: 7, isWorking: true });
});
