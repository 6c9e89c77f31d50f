import { expect, test } from 'vitest';
import { agentPassword } from '../../simulator/index.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const qc = 'qualitycontrol/{id}';
const offhook = 'AgentOther_PhoneOffhook {"type":"main"}';
const upToTalk = ['AgentState_Busy', 'AgentOther_PhoneAlerting', offhook];
const released = ['AgentOther_PhoneRelease {"phoneState":3}', 'AgentState_Ready'];
const start = (qcType: number): string => `AgentOther_BeQcStart {"qcType":${String(qcType)},"qcAgentId":291}`;
const stop = (qcType: number): string => `AgentOther_BeQcStop {"qcType":${String(qcType)},"qcAgentId":291}`;
const whisper = (what: string, workNo = '20001'): string => `${qc}/${what}?whisperagentid=${workNo}`;

/** An inspector with their line up in this mode, and agent 20001 with a client, both past their first events. */
async function inspecting(method: string, path: string, options: SimulatorOptions = {}): Promise<[Simulator, PlainClient, PlainClient]> {
  const simulator = await quickSimulator({ queryLimit: 'off', ...options });
  const agent = await signedInAgent(simulator, '20001');
  simulator.setAgent('20001', { state: 'talking' });
  const inspector = await signedInInspector(simulator);
  expect(await inspector.call(method, path)).toEqual({ message: '', retcode: '0', result: {} });
  expect(await inspector.events(3)).toEqual(upToTalk);
  return [simulator, inspector, agent];
}

const listening = (options?: SimulatorOptions): ReturnType<typeof inspecting> => inspecting('PUT', `${qc}/addsupervise/20001`, options);

test('an insert goes like a listen, and its agent is told type 9', async () => {
  const [simulator, inspector, agent] = await inspecting('PUT', `${qc}/addinsert/20001`);
  expect(simulator.inspectionOf('291')).toEqual({ workNo: '20001', mode: 'insert', step: 'listening' });
  expect(await inspector.retcode('DELETE', `${qc}/20001`)).toBe('0');
  expect(await inspector.events(2)).toEqual(released);
  expect(await agent.events(2)).toEqual([start(9), stop(9)]);
});

test('a whisper goes like a listen, and only its own stop ends it', async () => {
  const [, inspector, agent] = await inspecting('POST', whisper('requestwhisperagent'));
  expect(await inspector.retcode('DELETE', `${qc}/20001`)).toBe('900-003');
  expect(await inspector.retcode('POST', whisper('requeststopwhisperagent'))).toBe('0');
  expect(await inspector.events(2)).toEqual(released);
  expect(await agent.events(2)).toEqual([start(20172), stop(20172)]);
});

test('switch goes from listening to inserting and back', async () => {
  const [simulator, inspector, agent] = await listening();
  for (const mode of ['insert', 'listen']) {
    expect(await inspector.retcode('POST', `${qc}/switch/20001`)).toBe('0');
    expect(simulator.inspectionOf('291')?.mode).toBe(mode);
  }
  expect(await agent.events(3)).toEqual([start(8), start(9), start(8)]);
});

test('the three modes can be switched among by number', async () => {
  const [simulator, inspector] = await listening();
  for (const [type, mode] of [
    ['2', 'whisper'],
    ['1', 'insert'],
    ['0', 'listen'],
  ]) {
    expect(await inspector.retcode('POST', `${whisper('requestswitchinsertwhisperagent')}&switchtype=${type ?? ''}`)).toBe('0');
    expect(simulator.inspectionOf('291')?.mode).toBe(mode);
  }
});

test.each(['', '&switchtype=3', '&switchtype=x'])('a switch with "%s" is refused with 000-002', async (type) => {
  const [, inspector] = await listening();
  expect(await inspector.retcode('POST', whisper('requestswitchinsertwhisperagent') + type)).toBe('000-002');
});

test('an interception gives the inspector the call, which is then theirs to end', async () => {
  const [simulator, inspector, agent] = await listening();
  const call = simulator.callOf('20001');
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001`)).toBe('0');
  const [talking, record] = await inspector.events(2);
  expect(talking).toContain(`AgentEvent_Talking {"caller":"${call?.caller ?? ''}","callid":"${call?.callId ?? ''}"`);
  expect(record).toBe('AgentMediaEvent_Record');
  expect(simulator.callOf('291')?.callId).toBe(call?.callId);
  expect(simulator.callOf('20001')).toBeNull();
  expect(await agent.events(5)).toEqual([
    start(8),
    stop(8),
    `AgentEvent_Call_Release "${call?.callId ?? ''}"`,
    'AgentOther_PhoneRelease {"phoneState":3}',
    'AgentState_Ready',
  ]);
  expect(await inspector.retcode('DELETE', 'voicecall/{id}/release')).toBe('0');
  expect((await inspector.events(4)).slice(2)).toEqual(released);
});

test('an interception names the call it means, if it names one', async () => {
  const [simulator, inspector] = await listening();
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001/1-1`)).toBe('900-003');
  expect(await inspector.retcode('PUT', `${qc}/intercept/20001/${simulator.callOf('20001')?.callId ?? ''}`)).toBe('0');
});

test('a listen ends when another inspector intercepts the call', async () => {
  const [simulator, inspector] = await listening();
  const other = new PlainClient(simulator, '292');
  await other.signIn({ password: 'Inspect-292', phone: '40292' });
  await other.events(2);
  await other.call('PUT', `${qc}/addsupervise/20001`);
  await other.events(3);
  expect(await other.retcode('PUT', `${qc}/intercept/20001`)).toBe('0');
  expect(await inspector.events(2)).toEqual(released);
  expect(simulator.inspectionOf('291')).toBeNull();
});

test('a listened agent who is moved to another group is listened to still, unless the rule says otherwise', async () => {
  const [stays] = await listening();
  stays.setAgent('20001', { group: 'Night shift' });
  expect(stays.agent('20001')).toMatchObject({ group: 'Night shift', listenedBy: ['291'] });
  const [moves, inspector] = await listening({ rules: { endsWithMove: true } });
  moves.setAgent('20001', { group: 'Night shift' });
  expect(await inspector.events(2)).toEqual(released);
});

test('a listen ends when its agent’s client signs out', async () => {
  const [, inspector, agent] = await listening();
  await agent.call('DELETE', 'onlineagent/{id}/forcelogout');
  expect(await inspector.events(2)).toEqual(released);
});

test.each([
  ['PUT', `${qc}/addinsert/29999`, '900-003'],
  ['PUT', `${qc}/addinsert/291`, '000-005'],
  ['PUT', `${qc}/addinsert/292`, '900-003'],
  ['PUT', `${qc}/intercept/20002`, '900-003'],
  ['POST', `${qc}/switch/20002`, '900-003'],
  ['POST', whisper('requestwhisperagent', '29999'), '900-004'],
  ['POST', whisper('requestwhisperagent', '291'), '000-005'],
  ['POST', whisper('requestwhisperagent', '12'), '000-002'],
  ['POST', `${qc}/requestwhisperagent`, '000-002'],
  ['POST', whisper('requeststopwhisperagent'), '900-003'],
  ['POST', `${whisper('requestswitchinsertwhisperagent')}&switchtype=1`, '900-003'],
])('%s %s of an inspector who inspects nobody gets %s', async (method, path, retcode) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode(method, path)).toBe(retcode);
});

test.each([
  ['PUT', `${qc}/addinsert/20001`],
  ['POST', `${qc}/switch/20001`],
  ['PUT', `${qc}/intercept/20001`],
  ['POST', whisper('requestwhisperagent')],
  ['POST', whisper('requeststopwhisperagent')],
  ['POST', `${whisper('requestswitchinsertwhisperagent')}&switchtype=1`],
  ['POST', `${qc}/forcebusy/20001`],
  ['POST', `${qc}/forcedropcall/1-1`],
  ['GET', `${qc}/allagent`],
  ['POST', `${qc}/beginmonitor?agents=20001`],
])('%s %s without the inspection right gets 900-002', async (method, path) => {
  const simulator = await quickSimulator();
  const agent = new PlainClient(simulator, '20003');
  await agent.signIn({ password: agentPassword('20003'), phone: '70003' }, {}, true);
  expect(await agent.retcode(method, path)).toBe('900-002');
});

test('an inspector who is not idle gets 900-005 for an insert, and 900-003 for a whisper, whose page has no 900-005', async () => {
  const client = await signedInInspector(await quickSimulator(), { status: 3 });
  expect(await client.retcode('PUT', `${qc}/addinsert/20001`)).toBe('900-005');
  expect(await client.retcode('POST', whisper('requestwhisperagent'))).toBe('900-003');
});

test('an inspector is no target unless the CTI supports it', async () => {
  const simulator = await quickSimulator();
  await new PlainClient(simulator, '292').signIn({ password: 'Inspect-292', phone: '40292' });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('PUT', `${qc}/addinsert/292`)).toBe('900-002');
  expect(await client.retcode('POST', whisper('requestwhisperagent', '292'))).toBe('900-002');
  expect(await client.retcode('POST', `${qc}/forcebusy/292`)).toBe('900-002');
});
