import { expect, test } from 'vitest';
import { quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const group = 'agentgroup/{id}';

test('agentinfonoskills has no skills and the CTI’s numbers for status', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'busy' });
  const client = await signedInInspector(simulator);
  const { result } = await client.call('POST', `${group}/agentinfonoskills`, '{"agentlist":["20001","29999"]}');
  expect(result).toMatchObject([{ workno: '20001', status: '7', ctiStatus: '7' }]);
  expect(JSON.stringify(result)).not.toContain('skilllist');
});

test.each(['', '{}', '{"agentlist":[]}', '{"agentlist":["12"]}', '{"agentlist":"20001"}'])(
  'agentinfonoskills with the body %s is refused with 000-006',
  async (body) => {
    const client = await signedInInspector(await quickSimulator());
    expect(await client.retcode('POST', `${group}/agentinfonoskills`, body)).toBe('000-006');
  },
);

test('agentwasnameonvdn maps every number to its name', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { name: 'Ann', state: 'signedOut' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', `${group}/agentwasnameonvdn`)).result).toEqual({
    291: 'Inspector 291',
    292: 'Inspector 292',
    20001: 'Ann',
  });
});

test('onlineagentonvdnbyattribute lists those of one state', async () => {
  const simulator = await quickSimulator({ agents: 2 });
  simulator.setAgent('20001', { state: 'busy' });
  simulator.setAgent('20002', { state: 'idle' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', `${group}/onlineagentonvdnbyattribute?attribute=3`)).result).toMatchObject([{ workno: '20001' }]);
  expect(await client.retcode('GET', `${group}/onlineagentonvdnbyattribute?attribute=x`)).toBe('000-002');
});

test('grouponvdn lists the groups, agentongroupex the agents of one', async () => {
  const simulator = await quickSimulator({ agents: 2 });
  simulator.setAgent('20001', { state: 'idle', group: 'Retention' });
  simulator.setAgent('20002', { state: 'idle', group: 'Billing' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', `${group}/grouponvdn`)).result).toContainEqual({
    id: 5,
    name: 'Retention',
    monitorno: 0,
    monitorname: '',
  });
  expect((await client.call('GET', `${group}/agentongroupex?groupid=5`)).result).toMatchObject([{ workno: '20001' }]);
  expect(await client.retcode('GET', `${group}/agentongroupex?groupid=4711`)).toBe('300-004');
  expect(await client.retcode('GET', `${group}/agentongroupex`)).toBe('000-002');
});

test('agentongroup lists the caller’s own group, groupbyagent names an agent’s', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { group: 'Retention' });
  const client = await signedInInspector(simulator);
  expect((await client.call('GET', `${group}/agentongroup`)).result).toMatchObject([{ workno: '291' }]);
  expect((await client.call('GET', `${group}/groupbyagent/20001`)).result).toMatchObject({ id: 5, name: 'Retention' });
  expect(await client.retcode('GET', `${group}/groupbyagent/29999`)).toBe('300-003');
});

test('agentbyskill lists who has the skill', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  simulator.setAgent('20001', { state: 'idle' });
  const client = await signedInInspector(simulator);
  await client.call('POST', 'qualitycontrol/{id}/adjustskill', '{"workNo":"20001","skills":[3]}');
  expect((await client.call('GET', `${group}/agentbyskill/3`)).result).toMatchObject([{ workno: '20001' }]);
  expect((await client.call('GET', `${group}/agentbyskill/4`)).result).toEqual([]);
});

test.each([
  ['iscensor', true],
  ['ismonitor', true],
  ['isspymonitor', false],
  ['issystem', false],
  ['isreportmanager', false],
  ['ispickup', true],
])('%s answers %s for an inspector', async (name, right) => {
  const client = await signedInInspector(await quickSimulator());
  expect((await client.call('GET', `${group}/${name}`)).result).toBe(right);
});

test('rights may be written as words', async () => {
  const client = await signedInInspector(await quickSimulator({ apiEdition: { rights: 'string' } }));
  expect((await client.call('GET', `${group}/iscensor/`)).result).toBe('true');
});

test('restreason lists causes of rest', async () => {
  const client = await signedInInspector(await quickSimulator());
  expect((await client.call('GET', `${group}/restreason`)).result).toContainEqual({ restReasonId: 1, restReason: 'Meal' });
});

test('a POST that queries is under the query limit', async () => {
  const client = await signedInInspector(await quickSimulator());
  const codes: string[] = [];
  for (let asked = 0; asked < 6; asked += 1) {
    codes.push(await client.retcode('POST', `${group}/agentinfonoskills`, '{"agentlist":["20001"]}'));
  }
  expect(codes.at(-1)).toBe('000-007');
});

test('agentbylist tells of who is signed in to one of the caller’s skill queues and answers inbound calls', async () => {
  const simulator = await quickSimulator({ agents: 4, queryLimit: 'off' });
  for (const workNo of ['20001', '20002', '20003', '20004']) simulator.setAgent(workNo, { state: 'idle', group: 'Billing' });
  const inspector = await signedInInspector(simulator);
  for (const [workNo, skills] of [
    ['20001', [1, 5]],
    ['20002', [5]],
    ['20003', [2]],
    ['20004', [1]],
  ]) {
    expect(await inspector.retcode('POST', 'qualitycontrol/{id}/adjustskill', JSON.stringify({ workNo, skills }))).toBe('0');
  }
  simulator.setAgent('20004', { state: 'signedOut' });
  const client = await signedInAgent(simulator, '20001');
  const listed = async (query = ''): Promise<unknown> =>
    ((await client.call('GET', `${group}/agentbylist${query}`)).result as { workno: string }[]).map(({ workno }) => workno);
  expect(await listed()).toEqual(['20001', '20002']);
  expect(await listed('?mediaTypes=5')).toEqual(['20001', '20002']);
  expect(await listed('?mediaTypes=2')).toEqual([]);
  expect(await client.retcode('GET', `${group}/agentbylist?mediaTypes=voice`)).toBe('000-002');
  const other = await signedInAgent(simulator, '20002');
  expect(await other.retcode('POST', 'onlineagent/{id}/settalkright?flag=0')).toBe('0');
  expect(await listed()).toEqual(['20001']);
  expect(await other.retcode('GET', `${group}/agentbylist`)).toBe('300-001');
});

test('further skills stand in the VDN, with queues of their own in which nobody waits', async () => {
  const client = await signedInInspector(await quickSimulator({ furtherSkills: 2 }));
  const { result } = await client.call('GET', 'queuedevice/{id}/agentvdnskill');
  expect(result).toEqual(expect.arrayContaining([expect.objectContaining({ id: 101 }), expect.objectContaining({ id: 102 })]));
  const queues = await client.call('POST', 'queuedevice/{id}/queryacdstat', JSON.stringify({ skills: [101, 102] }));
  expect(queues.result).toMatchObject([
    { deviceNo: 101, queueSize: 0, loggedOnAgents: 0 },
    { deviceNo: 102, queueSize: 0, loggedOnAgents: 0 },
  ]);
});

test('agentvdnskill lists the skill queues of the VDN', async () => {
  const client = await signedInInspector(await quickSimulator());
  const { result } = await client.call('GET', 'queuedevice/{id}/agentvdnskill');
  expect(result).toContainEqual({ name: 'Billing', id: 1, mediatype: 5, serviceType: 1, realFlag: 1 });
});
