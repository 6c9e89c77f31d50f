import { expect, test } from 'vitest';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const voice = 'voicecall/{id}';

/** Agent 20001 in a talk with a customer, and 20002 idle with a client; both past their first events. */
async function inTalk(
  options: SimulatorOptions = {},
): Promise<{ simulator: Simulator; agent: PlainClient; other: PlainClient; main: string }> {
  const simulator = await quickSimulator({ agents: 4, queryLimit: 'off', ...options, timings: { customerAnswer: 30, ...options.timings } });
  for (const workNo of ['20001', '20002', '20003', '20004']) simulator.setAgent(workNo, { state: 'idle', group: 'Billing' });
  const agent = await signedInAgent(simulator, '20001');
  const other = await signedInAgent(simulator, '20002', { autoanswer: 'false' });
  const { callId } = simulator.offerCall('20001', { caller: '10086' });
  await agent.events(5);
  return { simulator, agent, other, main: callId };
}

const types = async (client: PlainClient, count: number): Promise<string[]> =>
  (await client.events(count)).map((event) => event.split(' ')[0] ?? '');

/** From now on these agents, and no others of the four, have skill 7. */
async function giveSkill(simulator: Simulator, ...workNos: readonly string[]): Promise<void> {
  const inspector = await signedInInspector(simulator);
  for (const workNo of ['20001', '20002', '20003', '20004']) {
    const body = JSON.stringify({ workNo, skills: [workNos.includes(workNo) ? 7 : 8] });
    expect(await inspector.retcode('POST', 'qualitycontrol/{id}/adjustskill', body)).toBe('0');
  }
}

async function post(client: PlainClient, path: string, body?: object): Promise<string> {
  return client.retcode('POST', `${voice}/${path}`, body === undefined ? undefined : JSON.stringify(body));
}

/** The colleague answers what rings at them: its call ID. */
async function answered(other: PlainClient): Promise<string> {
  const events = await other.events(3);
  expect(await other.retcode('PUT', `${voice}/answer`)).toBe('0');
  await other.events(2);
  return /"callid":"([^"]+)"/.exec(events[2] ?? '')?.[1] ?? '';
}

test('internal help holds the customer and rings at the colleague, with whom the agent then talks', async () => {
  const { simulator, agent, other, main } = await inTalk();
  expect(await post(agent, 'innerhelp', { dstaddress: '20002', devicetype: '2', mode: '1' })).toBe('0');
  const callId = await answered(other);
  expect(await agent.events(3)).toEqual([
    `AgentEvent_Hold "${main}"`,
    `AgentEvent_Customer_Alerting {"callid":"${callId}","otherPhoneWorkno":"20002","otherPhone":"","type":"main"}`,
    expect.stringContaining(`AgentEvent_Talking {"caller":"20001","callid":"${callId}","called":"20002"`),
  ]);
  expect(simulator.callOf('20001')).toMatchObject({ callId: main, held: true });
  expect((await agent.call('GET', 'calldata/{id}/holdlist')).result).toMatchObject([{ callid: main }]);
});

test('dropcall ends the help, gethold takes the customer back', async () => {
  const { agent, other, main } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002' });
  const callId = await answered(other);
  await agent.events(3);
  expect(await post(agent, `dropcall/${callId}`)).toBe('0');
  expect(await agent.events(1)).toEqual([`AgentEvent_Customer_Release "${callId}"`]);
  expect((await types(other, 2)).sort()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release']);
  expect(await post(agent, `gethold?callid=${main}`)).toBe('0');
  expect((await agent.events(1))[0]).toContain(`"callid":"${main}"`);
});

test('a helper who hangs up leaves the customer held', async () => {
  const { simulator, agent, other } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002' });
  const callId = await answered(other);
  await agent.events(3);
  expect(await other.retcode('DELETE', `${voice}/release`)).toBe('0');
  expect(await agent.events(1)).toEqual([`AgentEvent_Customer_Release "${callId}"`]);
  expect(simulator.callOf('20001')?.held).toBe(true);
});

test('help from a colleague who is not idle, or does not answer, fails', async () => {
  const { simulator, agent, other } = await inTalk();
  simulator.setAgent('20003', { state: 'busy' });
  expect(await post(agent, 'innerhelp', { dstaddress: '20003' })).toBe('0');
  expect(await types(agent, 2)).toEqual(['AgentEvent_Hold', 'AgentEvent_Consult_Fail']);
  expect(await post(agent, 'innerhelp', { dstaddress: '20002' })).toBe('0');
  await other.events(3);
  simulator.hangUp('20002');
  expect(await types(agent, 2)).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Consult_Fail']);
});

test('help from a skill queue comes from its idle agent; one without a client answers in their time', async () => {
  const { simulator, agent } = await inTalk();
  await giveSkill(simulator, '20002', '20003');
  simulator.setAgent('20002', { state: 'busy' });
  expect(await post(agent, 'innerhelp', { dstaddress: '7', devicetype: 1 })).toBe('0');
  expect(await types(agent, 3)).toEqual(['AgentEvent_Hold', 'AgentEvent_Customer_Alerting', 'AgentEvent_Talking']);
  expect(simulator.agent('20003').state).toBe('talking');
});

test('confjoin makes a talk of three of the held call and the help', async () => {
  const { simulator, agent, other, main } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002' });
  expect(await post(agent, 'confjoin', { callid: main })).toBe('200-010');
  await answered(other);
  await agent.events(3);
  expect(await post(agent, 'confjoin', { callid: '1-1' })).toBe('200-011');
  expect(await post(agent, 'confjoin', { callid: main, callappdata: '' })).toBe('0');
  expect(await agent.events(1)).toEqual([`AgentEvent_Conference "${main}"`]);
  expect(simulator.callOf('20001')?.held).toBe(false);
});

test('help in mode 2 is a talk of three at once', async () => {
  const { agent, other } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002', mode: 2 });
  await answered(other);
  expect((await types(agent, 4)).slice(2)).toEqual(['AgentEvent_Talking', 'AgentEvent_Conference']);
});

test('connecthold leaves the customer with the helper', async () => {
  const { simulator, agent, other, main } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002' });
  expect(await post(agent, `connecthold/${main}`)).toBe('200-014');
  const callId = await answered(other);
  await agent.events(3);
  expect(await post(agent, 'connecthold/1-1')).toBe('200-013');
  expect(await post(agent, `connecthold/${main}`)).toBe('0');
  expect(await types(agent, 5)).toEqual([
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]);
  expect(simulator.callOf('20002')?.callId).toBe(callId);
});

test('the customer who hangs up ends the help with it', async () => {
  const { simulator, agent, other } = await inTalk();
  await post(agent, 'innerhelp', { dstaddress: '20002' });
  await answered(other);
  simulator.endCall('20001');
  expect((await types(other, 1))[0]).toBe('AgentEvent_Customer_Release');
  expect(simulator.callOf('20002')).toBeNull();
});

test('a blind transfer gives the call to the colleague at once', async () => {
  const { simulator, agent } = await inTalk();
  expect(await post(agent, 'transfer', { devicetype: 2, address: '20002', mode: 0 })).toBe('0');
  expect((await types(agent, 4)).at(-1)).toBe('AgentState_Ready');
  expect(simulator.callOf('20002')).toMatchObject({ kind: 'inbound', caller: '10086' });
  expect(simulator.callOf('20001')).toBeNull();
});

test('a transfer of mode 2 gives it away once it is answered, and says so', async () => {
  const { simulator, agent, other, main } = await inTalk();
  expect(await post(agent, 'transfer', { devicetype: '2', address: '20002', mode: '2' })).toBe('0');
  expect(simulator.callOf('20001')).toMatchObject({ callId: main, held: true });
  await answered(other);
  expect((await agent.events(2))[1]).toBe(`AgentEvent_SuccTransResult {"result":0,"callId":"${main}"}`);
  expect((await types(agent, 4)).at(-1)).toBe('AgentState_Ready');
});

test('a transfer that is not answered leaves the customer with the agent', async () => {
  const { simulator, agent, other, main } = await inTalk();
  await post(agent, 'transfer', { devicetype: 2, address: '20002', mode: 2 });
  await other.events(3);
  simulator.hangUp('20002');
  expect((await agent.events(3)).slice(1)).toEqual([
    `AgentEvent_SuccTransResult {"result":1,"callId":"${main}"}`,
    expect.stringContaining('AgentEvent_Talking'),
  ]);
  expect(simulator.callOf('20001')).toMatchObject({ callId: main, held: false });
});

test('a transfer to a skill finds an idle agent of it who answers inbound calls', async () => {
  const { simulator, agent, other } = await inTalk();
  await giveSkill(simulator, '20002', '20003');
  await other.call('POST', 'onlineagent/{id}/settalkright?flag=0');
  expect(await post(agent, 'transfer', { devicetype: 1, address: '7', mode: 0 })).toBe('0');
  expect(simulator.callOf('20002')).toBeNull();
  expect(simulator.callOf('20003')).toMatchObject({ caller: '10086' });
});

test('a transfer to where nobody is idle fails, and the call goes on', async () => {
  const { simulator, agent, main } = await inTalk();
  simulator.setAgent('20003', { state: 'busy' });
  expect(await post(agent, 'transfer', { devicetype: 2, address: '20003', mode: 0 })).toBe('0');
  expect(await agent.events(1)).toEqual([`AgentEvent_SuccTransResult {"result":1,"callId":"${main}"}`]);
  expect(simulator.callOf('20001')).toMatchObject({ callId: main, held: false });
});

test.each([1, 2])('a transfer to a number outside, of mode %d, ends the agent’s part', async (mode) => {
  const { simulator, agent, main } = await inTalk();
  expect(await post(agent, 'transfer', { devicetype: 5, address: '10010', mode })).toBe('0');
  expect(await agent.events(mode)).toContain(`AgentEvent_TransOutResult {"result":0,"callId":"${main}"}`);
  expect((await types(agent, 4)).at(-1)).toBe('AgentState_Ready');
  expect(simulator.callOf('20001')).toBeNull();
});

test('talk forwarding to a number outside is taken back with canceltransfer', async () => {
  const { simulator, agent, main } = await inTalk();
  expect(await post(agent, 'transfer', { devicetype: 5, address: '10010', mode: 3 })).toBe('0');
  expect(await types(agent, 3)).toEqual(['AgentEvent_Hold', 'AgentEvent_Customer_Alerting', 'AgentEvent_Talking']);
  expect(await post(agent, 'canceltransfer')).toBe('0');
  expect(await types(agent, 2)).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Talking']);
  expect(simulator.callOf('20001')).toMatchObject({ callId: main, held: false });
  expect(await post(agent, 'canceltransfer')).toBe('200-012');
});

test.each([
  ['transfer', { devicetype: 2, address: '20002', mode: 0 }, '200-012'],
  ['transfer', { devicetype: 2, address: '29999', mode: 0 }, '200-001'],
  ['transfer', { devicetype: 1, address: '4711', mode: 0 }, '200-001'],
  ['transfer', { devicetype: 5, address: 'abc', mode: 1 }, '200-001'],
  ['transfer', { devicetype: 2, address: '20002', mode: 1 }, '000-002'],
  ['transfer', { devicetype: 5, address: '1', mode: 0 }, '000-002'],
  ['transfer', { devicetype: 6, address: '20002', mode: 0 }, '000-006'],
  ['transfer', { devicetype: 5, address: '1'.repeat(25), mode: 1 }, '000-006'],
  ['transfer', {}, '000-006'],
  ['innerhelp', { dstaddress: '20002' }, '200-018'],
  ['innerhelp', { dstaddress: '20002', mode: 3 }, '000-006'],
  ['innerhelp', {}, '000-006'],
  ['confjoin', { callid: '1-1' }, '200-010'],
  ['confjoin', {}, '000-006'],
  ['canceltransfer', {}, '200-012'],
  ['connecthold/1-1', {}, '200-013'],
  ['seconddialex?number=12', {}, '200-026'],
  ['seconddialex?number=a', {}, '200-001'],
])('%s with %j of an agent without a call gets %s', async (path, body, retcode) => {
  const simulator = await quickSimulator();
  expect(await post(await signedInAgent(simulator, '20001'), path, body)).toBe(retcode);
});

test('help is asked of colleagues only, and digits can be sent during a talk', async () => {
  const { agent } = await inTalk();
  expect(await post(agent, 'innerhelp', { dstaddress: '20001' })).toBe('200-001');
  expect(await post(agent, 'innerhelp', { dstaddress: '4711', devicetype: 1 })).toBe('200-001');
  expect(await post(agent, 'seconddialex?number=12%23')).toBe('0');
});
