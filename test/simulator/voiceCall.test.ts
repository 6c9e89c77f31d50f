import { expect, test } from 'vitest';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import type { PlainClient } from './plainClient.ts';
import { createHandClock, mondayAtEight } from '../support/handClock.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const voice = 'voicecall/{id}';
const offhook = 'AgentOther_PhoneOffhook {"type":"main"}';
const released = (phoneState: 2 | 3): string => `AgentOther_PhoneRelease {"phoneState":${String(phoneState)}}`;

async function agentAt(more: object = {}, options: SimulatorOptions = {}): Promise<[Simulator, PlainClient]> {
  const simulator = await quickSimulator({ queryLimit: 'off', ...options });
  return [simulator, await signedInAgent(simulator, '20001', more)];
}

const types = async (client: PlainClient, count: number): Promise<string[]> =>
  (await client.events(count)).map((event) => event.split(' ')[0] ?? '');

test('a call rings at an agent and is answered by them, with the content of the samples', async () => {
  const [simulator, client] = await agentAt({ autoanswer: 'false' });
  const { callId } = simulator.offerCall('20001', { caller: '10086' });
  expect(await types(client, 2)).toEqual(['AgentState_Busy', 'AgentOther_PhoneAlerting']);
  expect((await client.poll()).event).toMatchObject({
    eventType: 'AgentEvent_Ringing',
    content: { caller: '10086', transfer: 'no', callid: callId, type: 'main', mediaType: '5', feature: '0' },
  });
  expect(simulator.agent('20001').state).toBe('answering');
  expect(await client.retcode('PUT', `${voice}/answer?callid=1-1`)).toBe('200-002');
  expect(await client.retcode('PUT', `${voice}/answer?callid=${callId}`)).toBe('0');
  expect(await types(client, 2)).toEqual(['AgentOther_PhoneOffhook', 'AgentEvent_Talking']);
  expect(simulator.agent('20001').state).toBe('talking');
});

test('with autoanswer picking the phone up is enough', async () => {
  const [simulator, client] = await agentAt();
  simulator.offerCall('20001');
  expect(await types(client, 5)).toEqual([
    'AgentState_Busy',
    'AgentOther_PhoneAlerting',
    'AgentEvent_Auto_Answer',
    'AgentOther_PhoneOffhook',
    'AgentEvent_Talking',
  ]);
});

test('a release ends the call and makes the agent idle', async () => {
  const [simulator, client] = await agentAt();
  const { callId } = simulator.offerCall('20001');
  await client.events(5);
  expect(await client.retcode('DELETE', `${voice}/release`)).toBe('0');
  expect(await client.events(4)).toEqual([
    `AgentEvent_Call_Release "${callId}"`,
    `AgentEvent_Customer_Release "${callId}"`,
    released(3),
    'AgentState_Ready',
  ]);
  expect(await client.retcode('DELETE', voice)).toBe('200-017');
});

test('the customer’s release comes first when they hang up, and wrap-up follows without autoenteridle', async () => {
  const [simulator, client] = await agentAt({ autoenteridle: 'false' });
  const { callId } = simulator.offerCall('20001');
  await client.events(5);
  simulator.endCall('20001');
  expect(await client.events(4)).toEqual([
    `AgentEvent_Customer_Release "${callId}"`,
    `AgentEvent_Call_Release "${callId}"`,
    released(3),
    'AgentState_Work',
  ]);
  expect(simulator.agent('20001').state).toBe('wrapUp');
});

test('an agent who hangs the phone up ends the call with phoneState 2', async () => {
  const [simulator, client] = await agentAt();
  simulator.offerCall('20001');
  await client.events(5);
  simulator.hangUp('20001');
  expect((await client.events(4)).slice(2)).toEqual([released(2), 'AgentState_Ready']);
});

test.each([
  ['never answered', { kind: 'neverAnswers' }, '2'],
  ['declined', { kind: 'declines', afterMs: 10 }, '7'],
] as const)('a call that is %s makes the agent busy for that reason', async (_, phone, reason) => {
  const [simulator, client] = await agentAt({}, { phone, timings: { ringTimeout: 50 } });
  simulator.offerCall('20001');
  expect((await client.events(5)).slice(3)).toEqual([released(3), `AgentState_SetNotReady_Success {"reason":"${reason}"}`]);
});

test('a busy phone never rings', async () => {
  const [simulator, client] = await agentAt({}, { phone: { kind: 'busy' } });
  simulator.offerCall('20001');
  expect((await client.events(3)).slice(1)).toEqual(['AgentOther_PhoneBusy', 'AgentState_SetNotReady_Success {"reason":"5"}']);
});

test('a long-call line neither rings nor is released', async () => {
  const [simulator, client] = await agentAt({ releasephone: 'false' });
  simulator.offerCall('20001');
  expect(await types(client, 3)).toEqual(['AgentState_Busy', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking']);
  simulator.endCall('20001');
  expect(await types(client, 3)).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Call_Release', 'AgentState_Ready']);
});

test('hold and gethold, mute and unmute, each with its state errors', async () => {
  const [simulator, client] = await agentAt();
  for (const [command, code] of Object.entries({ hold: '200-013', gethold: '200-015', beginmute: '200-003', endmute: '200-007' })) {
    expect(await client.retcode('POST', `${voice}/${command}`)).toBe(code);
  }
  const { callId } = simulator.offerCall('20001');
  await client.events(5);
  const codes: string[] = [];
  for (const command of ['gethold', 'hold', 'hold', 'endmute', 'beginmute', 'beginmute', 'endmute']) {
    codes.push(await client.retcode('POST', `${voice}/${command}`));
  }
  expect(codes).toEqual(['200-016', '0', '200-014', '200-008', '0', '200-004', '0']);
  expect((await client.call('GET', 'calldata/{id}/holdlist')).result).toMatchObject([{ callid: callId, callfeature: 0 }]);
  expect(await client.retcode('POST', `${voice}/gethold?callid=${callId}`)).toBe('0');
  expect(await types(client, 2)).toEqual(['AgentEvent_Hold', 'AgentEvent_Talking']);
});

test('dropcall and disconnect end the call they name', async () => {
  const [simulator, client] = await agentAt();
  expect(await client.retcode('POST', `${voice}/dropcall/1-1`)).toBe('200-025');
  expect(await client.retcode('POST', `${voice}/disconnect/10086`)).toBe('200-023');
  const { callId } = simulator.offerCall('20001', { caller: '10086' });
  expect(await client.retcode('POST', `${voice}/disconnect/10087`)).toBe('200-024');
  expect(await client.retcode('POST', `${voice}/disconnect/10086`)).toBe('0');
  expect(await client.retcode('POST', `${voice}/dropcall/${callId}`)).toBe('200-025');
});

test('a call out rings at the customer and is talked on', async () => {
  const [simulator, client] = await agentAt({}, { timings: { customerAnswer: 10 } });
  expect(await client.retcode('PUT', `${voice}/callout`, '{"called":"10086"}')).toBe('0');
  expect(await types(client, 5)).toEqual([
    'AgentState_Busy',
    'AgentOther_PhoneAlerting',
    'AgentOther_PhoneOffhook',
    'AgentEvent_Customer_Alerting',
    'AgentEvent_Talking',
  ]);
  expect(simulator.callOf('20001')).toMatchObject({ kind: 'outbound', called: '10086' });
  expect(await client.retcode('PUT', `${voice}/callout`, '{"called":"10086"}')).toBe('100-007');
});

test.each([
  ['callout', '{"called":"abc"}', '200-001'],
  ['callout', '{}', '000-006'],
  ['callinner', '{"called":"12"}', '200-001'],
  ['callinner', '{"called":"20001"}', '200-001'],
])('%s with %s is refused with %s', async (path, body, retcode) => {
  const [, client] = await agentAt();
  expect(await client.retcode('PUT', `${voice}/${path}`, body)).toBe(retcode);
});

test('an inner call rings at a colleague, and ends for both', async () => {
  const [simulator, client] = await agentAt();
  const colleague = await signedInAgent(simulator, '20002', { autoanswer: 'false' });
  expect(await client.retcode('PUT', `${voice}/callinner`, '{"called":"20002"}')).toBe('0');
  expect((await types(client, 4)).at(-1)).toBe('AgentEvent_Customer_Alerting');
  expect((await types(colleague, 3)).at(-1)).toBe('AgentEvent_Ringing');
  expect(await colleague.retcode('PUT', `${voice}/answer`)).toBe('0');
  expect(await types(client, 1)).toEqual(['AgentEvent_Talking']);
  expect(await client.retcode('DELETE', `${voice}/release`)).toBe('0');
  expect(await types(colleague, 4)).toEqual([
    'AgentOther_PhoneOffhook',
    'AgentEvent_Talking',
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
  ]);
  expect(simulator.callOf('20002')).toBeNull();
});

test('an inner call to a colleague who is not idle fails', async () => {
  const [simulator, client] = await agentAt();
  simulator.setAgent('20002', { state: 'busy' });
  await client.call('PUT', `${voice}/callinner`, '{"called":"20002"}');
  expect((await types(client, 6)).slice(3)).toEqual(['AgentEvent_Inside_Call_Fail', 'AgentOther_PhoneRelease', 'AgentState_Ready']);
});

test('with phone linkage the listening inspector’s phone is worked by software', async () => {
  const simulator = await quickSimulator({ phone: { kind: 'neverAnswers' } });
  const client = await signedInInspector(simulator, { phonelinkage: 'true' });
  expect(await client.retcode('POST', `${voice}/phonepickup`)).toBe('200-002');
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  await client.events(2);
  expect(await client.retcode('POST', `${voice}/phonepickup`)).toBe('0');
  expect(await client.events(1)).toEqual([offhook]);
  expect(await client.retcode('POST', `${voice}/phonehangup`)).toBe('0');
  expect(await client.events(2)).toEqual([released(2), 'AgentState_Ready']);
  expect(await client.retcode('POST', `${voice}/phonehangup`)).toBe('200-017');
});

test('without phone linkage it is refused with 100-007', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `${voice}/phonepickup`)).toBe('100-007');
});

test('a listen is no call: there is nothing to answer or to release', async () => {
  const simulator = await quickSimulator({ phone: { kind: 'neverAnswers' } });
  const client = await signedInInspector(simulator);
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  await client.events(2);
  expect(await client.retcode('PUT', `${voice}/answer`)).toBe('200-002');
  expect(await client.retcode('DELETE', `${voice}/release`)).toBe('200-017');
  expect(await client.retcode('GET', 'calldata/{id}/callinfo')).toBe('400-001');
});

test('snatchpickup takes the ringing call of a colleague of the same group', async () => {
  const [simulator, client] = await agentAt();
  for (const workNo of ['20001', '20002', '20003'])
    simulator.setAgent(workNo, { state: 'idle', group: workNo === '20003' ? 'Orders' : 'Billing' });
  const { callId } = simulator.offerCall('20002');
  expect(await client.retcode('PUT', `${voice}/snatchpickup?destWorkNo=20003`)).toBe('000-003');
  expect(await client.retcode('PUT', `${voice}/snatchpickup`)).toBe('000-002');
  expect(await client.retcode('PUT', `${voice}/snatchpickup?destWorkNo=20002`)).toBe('0');
  expect((await client.poll()).event).toMatchObject({ eventType: 'AgentEvent_Talking', content: { callid: callId } });
  expect(simulator.agent('20002').state).toBe('wrapUp');
});

test('calldata tells of the own call', async () => {
  const [simulator, client] = await agentAt({ autoanswer: 'false' });
  const { callId } = simulator.offerCall('20001', { caller: '10086' });
  await client.events(3);
  expect((await client.call('GET', 'calldata/{id}/callinfobeforeanswer')).result).toMatchObject({ callid: callId, caller: '10086' });
  await client.call('PUT', `${voice}/answer`);
  expect((await client.call('GET', 'calldata/{id}/callinfo?isNoContainLastCall=true')).result).toMatchObject({ callid: callId });
  expect((await client.call('GET', `calldata/{id}/callinfobycallid/${callId}`)).result).toMatchObject({ callid: callId });
  expect(await client.retcode('GET', 'calldata/{id}/callinfobycallid/1-1')).toBe('400-001');
  expect((await client.call('GET', 'calldata/{id}/allcallid')).result).toEqual([callId]);
  expect(await client.retcode('GET', 'calldata/{id}/callinfobeforeanswer')).toBe('400-001');
  expect((await client.call('GET', 'agentgroup/{id}/agentbyworkno/20001')).result).toMatchObject({ callids: [callId] });
});

test('in a living centre customers call an agent who has reset their skills, and hang up in their time', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({
    clock,
    centre: 'living',
    timings: { signIn: 0, maxTime: 10 * 3_600_000, guidTimeout: 10 * 3_600_000, pollHold: 0 },
  });
  const client = await clock.standFor(signedInAgent(simulator, '20001'));
  clock.jump(3_600_000);
  expect(simulator.agent('20001').state).toBe('idle');
  expect(await client.retcode('POST', 'onlineagent/{id}/resetskill/true')).toBe('0');
  clock.jump(3_600_000);
  const ofCalls = (await types(client, 20)).filter((type) => type !== 'AgentOther_All_Agent_Busy');
  expect(ofCalls.slice(0, 9)).toEqual([
    'AgentState_Busy',
    'AgentOther_PhoneAlerting',
    'AgentEvent_Auto_Answer',
    'AgentOther_PhoneOffhook',
    'AgentEvent_Talking',
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]);
});

test('who has no talk right gets no customer’s call, until they have it again', async () => {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({
    clock,
    centre: 'living',
    timings: { signIn: 0, maxTime: 10 * 3_600_000, guidTimeout: 10 * 3_600_000, pollHold: 0 },
  });
  const signingIn = signedInAgent(simulator, '20001');
  await expect.poll(() => (clock.jump(1), simulator.sessionOf('20001').signedIn)).toBe(true);
  const client = await signingIn;
  expect(await client.retcode('POST', 'onlineagent/{id}/resetskill/true')).toBe('0');
  expect(await client.retcode('POST', 'onlineagent/{id}/settalkright?flag=0')).toBe('0');
  clock.jump(3_600_000);
  expect(simulator.agent('20001').state).toBe('idle');
  expect(await client.retcode('POST', 'onlineagent/{id}/settalkright?flag=1')).toBe('0');
  clock.jump(3_600_000);
  // Meanwhile the agent was told, too, of customers who found nobody.
  const told: string[] = [];
  while (told.at(-1) !== 'AgentState_Busy' && told.length < 50) told.push(...(await types(client, 1)));
  expect(new Set(told)).toEqual(new Set(['AgentOther_All_Agent_Busy', 'AgentState_Busy']));
});
