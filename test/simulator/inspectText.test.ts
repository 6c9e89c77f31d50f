import { expect, test } from 'vitest';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const qc = 'qualitycontrol/{id}';

/** An inspector, and an agent with a client, past their first events. */
async function both(options: SimulatorOptions = {}): Promise<[Simulator, PlainClient, PlainClient]> {
  const simulator = await quickSimulator({ queryLimit: 'off', ...options });
  return [simulator, await signedInInspector(simulator), await signedInAgent(simulator, '20001')];
}

test('a text chat is inspected without any phone, and its agent is told', async () => {
  const [simulator, inspector, agent] = await both();
  expect(await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=1`)).toEqual({ message: '', retcode: '0', result: {} });
  expect(await inspector.events(2)).toEqual(['AgentState_Busy', 'nothing']);
  expect(simulator.inspectionOf('291')).toEqual({ workNo: '20001', mode: 'listen', step: 'listening' });
  expect(await inspector.retcode('DELETE', `${qc}/20001?mediaType=1`)).toBe('0');
  expect(await inspector.events(2)).toEqual(['AgentState_Ready', 'nothing']);
  expect(await agent.events(2)).toEqual([
    'AgentOther_BeQcStart {"qcType":8,"qcAgentId":291}',
    'AgentOther_BeQcStop {"qcType":8,"qcAgentId":291}',
  ]);
});

test('an insert into a chat is told as type 9', async () => {
  const [, inspector, agent] = await both();
  expect(await inspector.retcode('PUT', `${qc}/addinsert/20001?mediaType=1`)).toBe('0');
  expect(await agent.events(1)).toEqual(['AgentOther_BeQcStart {"qcType":9,"qcAgentId":291}']);
});

test('each media has its own stop', async () => {
  const [, inspector] = await both();
  await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=1`);
  await inspector.events(1);
  expect(await inspector.retcode('DELETE', `${qc}/20001`)).toBe('900-003');
  expect(await inspector.retcode('POST', `${qc}/switch/20001`)).toBe('900-003');
  expect(await inspector.retcode('DELETE', `${qc}/20001?mediaType=1`)).toBe('0');
  await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=5`);
  expect(await inspector.retcode('DELETE', `${qc}/20001?mediaType=1`)).toBe('900-003');
  expect(await inspector.retcode('DELETE', `${qc}/20001`)).toBe('0');
});

test.each(['2', 'text', '01', '1;5'])('mediaType=%s is refused with 000-002', async (mediaType) => {
  const [, inspector] = await both();
  expect(await inspector.retcode('PUT', `${qc}/addsupervise/20001?mediaType=${mediaType}`)).toBe('000-002');
});

test('who is not signed in to the web chats can neither inspect them nor be inspected in them: 900-003', async () => {
  const simulator = await quickSimulator();
  const inspector = await signedInInspector(simulator);
  await signedInAgent(simulator, '20001', { checkInWebm: 'false' });
  simulator.setAgent('20002', { state: 'idle' });
  expect(await inspector.retcode('PUT', `${qc}/addsupervise/20001?mediaType=1`)).toBe('900-003');
  expect(await inspector.retcode('PUT', `${qc}/addsupervise/20002?mediaType=1`)).toBe('0');
  const other = await quickSimulator();
  other.setAgent('20002', { state: 'idle' });
  const without = await signedInInspector(other, { checkInWebm: 'false' });
  expect(await without.retcode('PUT', `${qc}/addsupervise/20002?mediaType=1`)).toBe('900-003');
});

test('where only a talk may be inspected, an agent without a chat gets 900-005', async () => {
  const [simulator, inspector] = await both({ rules: { listenToIdle: false } });
  expect(await inspector.retcode('PUT', `${qc}/addsupervise/20001?mediaType=1`)).toBe('900-005');
  simulator.openChat('20001');
  expect(await inspector.retcode('PUT', `${qc}/addsupervise/20001?mediaType=1`)).toBe('0');
});

test('an inspection of chats ends with the last of them, not with a call', async () => {
  const [simulator, inspector, agent] = await both();
  const chats = [simulator.openChat('20001'), simulator.openChat('20001')];
  expect(await agent.events(4)).toEqual(
    chats.flatMap(({ callId }) => [`AgentChat_Ring {"callId":"${callId}"}`, `AgentChat_Connected {"callId":"${callId}"}`]),
  );
  simulator.setAgent('20001', { state: 'talking' });
  await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=1`);
  await inspector.events(1);
  simulator.setAgent('20001', { state: 'idle' });
  simulator.closeChat(chats[0]?.callId ?? '');
  expect(simulator.inspectionOf('291')?.step).toBe('listening');
  simulator.closeChat(chats[1]?.callId ?? '');
  expect(await inspector.events(1)).toEqual(['AgentState_Ready']);
  expect((await agent.events(3)).slice(1)).toEqual(chats.map(({ callId }) => `AgentChat_Disconnected {"callId":"${callId}"}`));
});

test('an intercepted chat is the inspector’s, who is idle again', async () => {
  const [simulator, inspector, agent] = await both();
  const { callId } = simulator.openChat('20001');
  await agent.events(2);
  await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=1`);
  await inspector.events(1);
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001?mediaType=1&callId=1-1`)).toBe('900-003');
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001`)).toBe('900-003');
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001?mediaType=1&callId=${callId}`)).toBe('0');
  expect(await inspector.events(2)).toEqual(['AgentState_Ready', `AgentChat_Connected {"callId":"${callId}"}`]);
  expect((await agent.events(3)).slice(1)).toEqual([
    'AgentOther_BeQcStop {"qcType":8,"qcAgentId":291}',
    `AgentChat_Disconnected {"callId":"${callId}"}`,
  ]);
});

test('no phone can be hung up that inspects a chat', async () => {
  const [simulator, inspector] = await both();
  await inspector.call('PUT', `${qc}/addsupervise/20001?mediaType=1`);
  expect(() => {
    simulator.hangUp('291');
  }).toThrow('291 inspects a chat');
});
