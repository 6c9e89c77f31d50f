import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const listen = 'qualitycontrol/{id}/addsupervise/20001';
const stop = 'qualitycontrol/{id}/20001';

const roster = z.array(z.object({ workno: z.string(), status: z.string(), ctiStatus: z.string() }));

/** The roster's numbers of these agents, as the inspector reads them. */
async function rosterOf(inspector: PlainClient, ...workNos: readonly string[]): Promise<unknown> {
  const { result } = await inspector.call('GET', 'agentgroup/{id}/onlineagentonvdn');
  const rows = roster.parse(result);
  return workNos.map(
    (workNo) => rows.filter(({ workno }) => workno === workNo).map(({ status, ctiStatus }) => `${status}/${ctiStatus}`)[0],
  );
}

async function talking(timings: SimulatorOptions['timings'] = {}): Promise<[Simulator, PlainClient]> {
  const simulator = await quickSimulator({ queryLimit: 'off', timings });
  simulator.setAgent('20001', { state: 'talking' });
  return [simulator, await signedInInspector(simulator)];
}

test('in the roster a listen is seen at the inspector and not at the agent', async () => {
  // Long enough to be looked at before the phone is called.
  const [, inspector] = await talking({ busy: 1_500, pollHold: 5_000 });
  expect(await rosterOf(inspector, '291', '20001')).toEqual(['4/1', '7/5']);
  await inspector.call('PUT', listen);
  expect(await rosterOf(inspector, '291', '20001')).toEqual(['7/2', '7/5']);
  await inspector.events(3);
  expect(await rosterOf(inspector, '291', '20001')).toEqual(['7/5', '7/5']);
  await inspector.call('DELETE', stop);
  expect(await rosterOf(inspector, '291', '20001')).toEqual(['4/1', '7/5']);
});

test('the end of the customer’s call is seen in the roster at both', async () => {
  const [simulator, inspector] = await talking();
  await inspector.call('PUT', listen);
  await inspector.events(3);
  simulator.endCall('20001');
  expect(await rosterOf(inspector, '291', '20001')).toEqual(['4/1', '5/6']);
});

test('an agent with a client learns that the inspection ended with their call', async () => {
  const simulator = await quickSimulator({ queryLimit: 'off' });
  const agent = await signedInAgent(simulator, '20001');
  const inspector = await signedInInspector(simulator);
  const { callId } = simulator.offerCall('20001');
  await agent.events(5);
  await inspector.call('PUT', listen);
  expect(await agent.events(1)).toEqual(['AgentOther_BeQcStart {"qcType":8,"qcAgentId":291}']);
  simulator.endCall('20001');
  expect(await agent.events(5)).toEqual([
    `AgentEvent_Customer_Release "${callId}"`,
    `AgentEvent_Call_Release "${callId}"`,
    'AgentOther_PhoneRelease {"phoneState":3}',
    'AgentOther_BeQcStop {"qcType":8,"qcAgentId":291}',
    'AgentState_Ready',
  ]);
});

test('an inspector who asked for sign-ins learns of the sign-out of whom they listen to, beside the end of their listen', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking', name: 'Ann' });
  const inspector = await signedInInspector(simulator, { listenStatus: 'true' });
  await inspector.call('PUT', listen);
  await inspector.events(3);
  simulator.setAgent('20001', { state: 'signedOut' });
  const notice = { subtype: 'QC_AgentState_Logout', monitoredagent: '20001', agentname: 'Ann', mediaserver: 'CtiServer' };
  expect(await inspector.events(3)).toEqual([
    'AgentOther_PhoneRelease {"phoneState":3}',
    'AgentState_Ready',
    `QC_AgentState_Notify ${JSON.stringify(notice)}`,
  ]);
});
