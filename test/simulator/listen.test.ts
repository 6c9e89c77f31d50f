import { expect, test } from 'vitest';
import { agentPassword } from '../../simulator/index.ts';
import type { PhoneBehaviour, Simulator } from '../../simulator/index.ts';
import { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const listen = 'qualitycontrol/{id}/addsupervise/20001';
const stop = 'qualitycontrol/{id}/20001';
const release = (phoneState: 2 | 3): string => `AgentOther_PhoneRelease {"phoneState":${String(phoneState)}}`;
const offhook = 'AgentOther_PhoneOffhook {"type":"main"}';
const upToRing = ['AgentState_Busy', 'AgentOther_PhoneAlerting'];

async function talkingSimulator(phone: PhoneBehaviour, options: Parameters<typeof quickSimulator>[0] = {}): Promise<Simulator> {
  const simulator = await quickSimulator({ ...options, phone });
  simulator.setAgent('20001', { state: 'talking' });
  return simulator;
}

const picksUp: PhoneBehaviour = { kind: 'picksUp', afterMs: 20 };

test('a listen is accepted with an empty result, then Busy, the ring and the pick-up follow', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  expect(await client.call('PUT', listen)).toEqual({ message: '', retcode: '0', result: {} });
  expect(await client.events(3)).toEqual([...upToRing, offhook]);
  expect(simulator.sessionOf('291')).toEqual({
    signedIn: true,
    state: 'talking',
    listen: { workNo: '20001', step: 'listening' },
  });
  expect(simulator.agent('20001').listenedBy).toEqual(['291']);
});

test('a stop releases the phone and makes the inspector idle again', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(3);
  expect(await client.call('DELETE', stop)).toEqual({ message: '', retcode: '0', result: {} });
  expect(await client.events(2)).toEqual([release(3), 'AgentState_Ready']);
  expect(await client.retcode('PUT', listen)).toBe('0');
});

test('a stop before the ring leaves nothing to release', async () => {
  const simulator = await talkingSimulator(picksUp, { timings: { ring: 5_000 } });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(1);
  await client.call('DELETE', stop);
  expect(await client.events(2)).toEqual(['AgentState_Ready', 'nothing']);
});

test('a phone that is never answered rings until the platform gives up', async () => {
  const simulator = await talkingSimulator({ kind: 'neverAnswers' }, { timings: { ringTimeout: 50 } });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  expect(await client.events(4)).toEqual([...upToRing, release(3), 'AgentState_Ready']);
});

test('a phone that declines is released', async () => {
  const simulator = await talkingSimulator({ kind: 'declines', afterMs: 20 });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  expect(await client.events(4)).toEqual([...upToRing, release(3), 'AgentState_Ready']);
});

test('a busy phone says so and never rings', async () => {
  const simulator = await talkingSimulator({ kind: 'busy' });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  expect(await client.events(3)).toEqual(['AgentState_Busy', 'AgentOther_PhoneBusy', 'AgentState_Ready']);
});

test('a long call brings Busy alone, and its stop Ready alone', async () => {
  const simulator = await talkingSimulator({ kind: 'longCall' });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'nothing']);
  expect(simulator.sessionOf('291').listen?.step).toBe('listening');
  await client.call('DELETE', stop);
  expect(await client.events(2)).toEqual(['AgentState_Ready', 'nothing']);
});

test('signed in without releasephone every listen is a long call', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator, { releasephone: 'false' });
  await client.call('PUT', listen);
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'nothing']);
});

test('an unplugged phone refuses the listen with 900-003', async () => {
  const simulator = await talkingSimulator({ kind: 'unplugged' });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('PUT', listen)).toBe('900-003');
  expect(simulator.sessionOf('291').state).toBe('idle');
});

test('hanging the phone up ends the listen with phoneState 2; the stop after it gets 900-003', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(3);
  simulator.hangUp('291');
  expect(await client.events(2)).toEqual([release(2), 'AgentState_Ready']);
  expect(await client.retcode('DELETE', stop)).toBe('900-003');
});

test('a ringing phone can be picked up by hand', async () => {
  const simulator = await talkingSimulator({ kind: 'neverAnswers' });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(2);
  simulator.pickUp('291');
  expect(await client.events(1)).toEqual([offhook]);
});

test('setPhone holds from the next listen on', async () => {
  const simulator = await talkingSimulator({ kind: 'busy' });
  const client = await signedInInspector(simulator);
  simulator.setPhone('291', picksUp);
  await client.call('PUT', listen);
  expect(await client.events(3)).toEqual([...upToRing, offhook]);
});

test('the end of the customer’s call ends the listen', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(3);
  simulator.endCall('20001');
  expect(await client.events(2)).toEqual([release(3), 'AgentState_Ready']);
  expect(simulator.agent('20001').state).toBe('wrapUp');
});

test('with endsWithCall off the listen outlives the call, but not the agent’s sign-out', async () => {
  const simulator = await talkingSimulator(picksUp, { rules: { endsWithCall: false } });
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  await client.events(3);
  simulator.endCall('20001');
  expect(await client.events(1)).toEqual(['nothing']);
  simulator.setAgent('20001', { state: 'signedOut' });
  expect(await client.events(2)).toEqual([release(3), 'AgentState_Ready']);
});

test('an agent who is signed in through the gateway is told BeQcStart and BeQcStop', async () => {
  const simulator = await talkingSimulator(picksUp);
  const inspector = await signedInInspector(simulator);
  const agent = new PlainClient(simulator, '20001');
  await agent.signIn({ password: agentPassword('20001'), phone: '70001' }, {}, true);
  await agent.events(2);
  await inspector.call('PUT', listen);
  expect(await agent.events(1)).toEqual(['AgentOther_BeQcStart {"qcType":8,"qcAgentId":291}']);
  await inspector.call('DELETE', stop);
  expect(await agent.events(1)).toEqual(['AgentOther_BeQcStop {"qcType":8,"qcAgentId":291}']);
});

test('a listen while the inspector is busy is refused with 900-005', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator, { status: 3 });
  expect(await client.retcode('PUT', listen)).toBe('900-005');
});

test('a second listen before the first is stopped is refused with 900-005', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  await client.call('PUT', listen);
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/20002')).toBe('900-005');
});

test('a listen to oneself is refused with 000-005', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/291')).toBe('000-005');
});

test.each([
  ['unknown', '29999'],
  ['signed out', '20002'],
])('a listen to an agent who is %s is refused with 900-003', async (_, workNo) => {
  const simulator = await talkingSimulator(picksUp);
  simulator.setAgent('20002', { status: 2 });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('PUT', `qualitycontrol/{id}/addsupervise/${workNo}`)).toBe('900-003');
});

test('a listen to an inspector is refused with 900-002 unless the CTI supports it', async () => {
  const other = { password: 'Inspect-292', phone: '40292' };
  for (const [inspectInspectors, retcode] of [
    [false, '900-002'],
    [true, '0'],
  ] as const) {
    const simulator = await talkingSimulator(picksUp, { rules: { inspectInspectors } });
    const client = await signedInInspector(simulator);
    await new PlainClient(simulator, '292').signIn(other);
    expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/292')).toBe(retcode);
  }
});

test('an agent without the inspection right is refused with 900-002, for the stop too', async () => {
  const simulator = await talkingSimulator(picksUp, {
    inspectors: [{ agentId: '291', password: 'p', phone: '1', inspectionRight: false }],
  });
  const client = await signedInInspector(simulator);
  expect(await client.retcode('PUT', listen)).toBe('900-002');
  expect(await client.retcode('DELETE', stop)).toBe('900-002');
});

test('an idle agent can be listened to, unless the gateway follows the guide: 900-005', async () => {
  for (const [listenToIdle, retcode] of [
    [true, '0'],
    [false, '900-005'],
  ] as const) {
    const simulator = await quickSimulator({ rules: { listenToIdle } });
    simulator.setAgent('20001', { state: 'idle' });
    const client = await signedInInspector(simulator);
    expect(await client.retcode('PUT', listen)).toBe(retcode);
  }
});

test('a stop without a listen, or of another agent’s, is refused with 900-003', async () => {
  const simulator = await talkingSimulator(picksUp);
  const client = await signedInInspector(simulator);
  expect(await client.retcode('DELETE', stop)).toBe('900-003');
  await client.call('PUT', listen);
  expect(await client.retcode('DELETE', 'qualitycontrol/{id}/20002')).toBe('900-003');
});
