import { expect, test } from 'vitest';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const qc = 'qualitycontrol/{id}';

test('forcebusy makes an agent busy for reason 3', async () => {
  const simulator = await quickSimulator();
  const agent = await signedInAgent(simulator, '20001');
  const inspector = await signedInInspector(simulator);
  expect(await inspector.retcode('POST', `${qc}/forcebusy/20001`)).toBe('0');
  expect(await agent.events(1)).toEqual(['AgentState_SetNotReady_Success {"reason":"3"}']);
  expect(simulator.agent('20001').state).toBe('busy');
});

test('forceidle makes an agent idle again', async () => {
  const simulator = await quickSimulator();
  const agent = await signedInAgent(simulator, '20001', { status: 3 });
  const inspector = await signedInInspector(simulator);
  expect(await inspector.retcode('POST', `${qc}/forceidle/20001`)).toBe('0');
  expect(await agent.events(1)).toEqual(['AgentState_Ready']);
});

test('a gateway may send the Force events that the clients know', async () => {
  const simulator = await quickSimulator({ apiEdition: { forceEvents: 'asClientsRead' } });
  const agent = await signedInAgent(simulator, '20001');
  const inspector = await signedInInspector(simulator);
  await inspector.call('POST', `${qc}/forcebusy/20001`);
  await inspector.call('POST', `${qc}/forceidle/20001`);
  expect(await agent.events(2)).toEqual(['AgentState_Force_SetNotReady', 'AgentState_Force_Ready']);
});

test('forcerest sends an agent to rest', async () => {
  const simulator = await quickSimulator();
  const agent = await signedInAgent(simulator, '20001');
  const inspector = await signedInInspector(simulator);
  expect(await inspector.retcode('POST', `${qc}/forcerest/20001/60/2`)).toBe('0');
  expect(await agent.events(1)).toEqual(['AgentState_SetRest_Success']);
  expect(simulator.agent('20001').state).toBe('rest');
});

test.each(['0/1', '86400/1', '60/0', '60/256', 'x/1', '60/1.5'])('forcerest with %s is refused with 000-002', async (what) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `${qc}/forcerest/20001/${what}`)).toBe('000-002');
});

test('forcelogout signs an agent out, who is told if they poll just then', async () => {
  const simulator = await quickSimulator();
  const agent = await signedInAgent(simulator, '20001');
  const inspector = await signedInInspector(simulator);
  const held = agent.poll();
  await expect.poll(() => simulator.requests.filter(({ answer }) => answer === undefined).length).toBe(1);
  expect(await inspector.retcode('POST', `${qc}/forcelogout/20001`)).toBe('0');
  expect((await held).event?.eventType).toBe('AgentOther_ShutdownService');
  expect((await agent.poll()).retcode).toBe('100-006');
  expect(await inspector.retcode('POST', `${qc}/forcelogout/20001`)).toBe('900-003');
});

test('forcedropcall ends a call by its number', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking' });
  const inspector = await signedInInspector(simulator);
  const callId = simulator.callOf('20001')?.callId ?? '';
  expect(await inspector.retcode('POST', `${qc}/forcedropcall/${callId}`)).toBe('0');
  expect(simulator.agent('20001').state).toBe('wrapUp');
  expect(await inspector.retcode('POST', `${qc}/forcedropcall/${callId}`)).toBe('900-003');
});

test('adjustskill changes the skills an agent has', async () => {
  const simulator = await quickSimulator();
  const inspector = await signedInInspector(simulator);
  const wish = (workNo: unknown, skills: unknown): Promise<string> =>
    inspector.retcode('POST', `${qc}/adjustskill`, JSON.stringify({ workNo, skills }));
  expect(await wish('20001', [1, 5])).toBe('0');
  const { result } = await inspector.call('GET', 'agentgroup/{id}/agentbyworkno/20001');
  expect(result).toMatchObject({ skilllist: [{ name: 'Billing', id: 1 }, { id: 5 }] });
  expect(await wish('20001', [999])).toBe('100-001');
  expect(await wish('20001', 'all')).toBe('100-001');
  expect(await wish('29999', [1])).toBe('900-003');
});

test('nobody can be forced idle or busy out of a call', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking' });
  const inspector = await signedInInspector(simulator);
  for (const what of ['forcebusy/20001', 'forceidle/20001', 'forcerest/20001/60/1']) {
    expect(await inspector.retcode('POST', `${qc}/${what}`)).toBe('900-003');
  }
  expect(await inspector.retcode('POST', `${qc}/forcebusy/291`)).toBe('000-005');
});

test('allagent lists whom one can inspect', async () => {
  const simulator = await quickSimulator({ agents: 2 });
  simulator.setAgent('20001', { state: 'idle' });
  simulator.setAgent('20002', { state: 'signedOut' });
  const inspector = await signedInInspector(simulator);
  expect((await inspector.call('GET', `${qc}/allagent`)).result).toMatchObject([{ workno: '20001', status: '4' }]);
});

const notify = (subtype: string, workNo: string, name: string): string =>
  `QC_AgentState_Notify ${JSON.stringify({ subtype: `QC_AgentState_${subtype}`, monitoredagent: workNo, agentname: name, mediaserver: 'CtiServer' })}`;

test('listenStatus at sign-in brings the signing in and out of agents, and only that', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { state: 'signedOut', name: 'Ann' });
  const inspector = await signedInInspector(simulator, { listenStatus: 'true' });
  simulator.setAgent('20001', { state: 'idle' });
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setAgent('20001', { state: 'signedOut' });
  expect(await inspector.events(3)).toEqual([notify('Login', '20001', 'Ann'), notify('Logout', '20001', 'Ann'), 'nothing']);
});

test('without listenStatus nothing is told', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  const inspector = await signedInInspector(simulator);
  simulator.setAgent('20001', { state: 'signedOut' });
  expect(await inspector.events(1)).toEqual(['nothing']);
});

test('beginmonitor brings every state of the agents named, endmonitor no more of them', async () => {
  const simulator = await quickSimulator({ agents: 2 });
  for (const workNo of ['20001', '20002']) simulator.setAgent(workNo, { state: 'idle', name: 'Ann' });
  const inspector = await signedInInspector(simulator);
  expect(await inspector.retcode('POST', `${qc}/beginmonitor?agents=20001;20003`)).toBe('0');
  simulator.setAgent('20001', { state: 'busy' });
  simulator.setAgent('20002', { state: 'busy' });
  simulator.setAgent('20001', { state: 'signedOut' });
  expect(await inspector.events(2)).toEqual([notify('Busy', '20001', 'Ann'), notify('Logout', '20001', 'Ann')]);
  expect(await inspector.retcode('POST', `${qc}/endmonitor?agents=20001`)).toBe('0');
  simulator.setAgent('20001', { state: 'idle' });
  expect(await inspector.events(1)).toEqual(['nothing']);
});

test.each(['', '?agents=', '?agents=12', '?agents=20001,20002'])('beginmonitor%s is refused with 000-002', async (agents) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('POST', `${qc}/beginmonitor${agents}`)).toBe('000-002');
});
