import { expect, test } from 'vitest';
import { PlainClient } from './plainClient.ts';
import { firstInspector, quickSimulator, signedInAgent, signedInInspector } from './signedIn.ts';

const own = 'onlineagent/{id}';

test('a note reaches those who are signed in, once each, and nobody else', async () => {
  const simulator = await quickSimulator();
  const inspector = await signedInInspector(simulator);
  const agent = await signedInAgent(simulator, '20001');
  const body = JSON.stringify({ agentIds: [20001, '20001', 20002], content: 'team talk at ten' });
  expect((await inspector.call('POST', `${own}/sendnoteletex`, body)).retcode).toBe('0');
  expect(await agent.events(2)).toEqual(['AgentOther_Note "team talk at ten"', 'nothing']);
  expect(await inspector.events(1)).toEqual(['nothing']);
});

test.each([
  ['no receiver', { agentIds: [], content: 'x' }],
  ['a hundred and one receivers', { agentIds: Array.from({ length: 101 }, () => 20_001), content: 'x' }],
  ['more than 1,023 bytes', { agentIds: [20_001], content: '字'.repeat(342) }],
  ['no text', { agentIds: [20_001] }],
])('a note with %s gets 100-001', async (_, body) => {
  const client = await signedInInspector(await quickSimulator());
  expect((await client.call('POST', `${own}/sendnoteletex`, JSON.stringify(body))).retcode).toBe('100-001');
});

test('a bulletin goes to the group that it names, or to all', async () => {
  const simulator = await quickSimulator();
  const inspector = await signedInInspector(simulator);
  simulator.setAgent('20001', { group: 'Orders' });
  const agent = await signedInAgent(simulator, '20001');
  const publish = async (targetname: string, bulletindata: string): Promise<void> => {
    const body = JSON.stringify({ targettype: '1', targetname, bulletindata });
    expect((await inspector.call('POST', `${own}/notifybulletin`, body)).retcode).toBe('0');
  };
  await publish('Orders', 'for some');
  await publish('', 'for all');
  expect(await agent.events(3)).toEqual(['AgentOther_Bulletin "for some"', 'AgentOther_Bulletin "for all"', 'nothing']);
  expect(await inspector.events(2)).toEqual(['AgentOther_Bulletin "for all"', 'nothing']);
});

test('the password is changed by who knows it, and counts at the next sign-in', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  const change = async (oldPassword: string): Promise<string> =>
    (await client.call('POST', `${own}/modifyaccountpwdex`, JSON.stringify({ oldPassword, newPassword: 'Another-1' }))).retcode;
  expect(await change('wrong')).toBe('100-004');
  expect(await change(firstInspector(simulator).password)).toBe('0');
  await client.call('DELETE', `${own}/forcelogout`);
  const again = new PlainClient(simulator, '291');
  expect((await again.signIn(firstInspector(simulator))).retcode).toBe('100-004');
  expect((await again.signIn({ ...firstInspector(simulator), password: 'Another-1' })).retcode).toBe('0');
});
