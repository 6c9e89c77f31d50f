import { expect, test } from 'vitest';
import { createHandClock } from '../support/handClock.ts';
import { agentPassword } from '../../simulator/index.ts';
import { guidIn, jsonHeader, PlainClient, send } from './plainClient.ts';
import { firstInspector, quickSimulator, signedInInspector } from './signedIn.ts';

const milliseconds: unknown = expect.stringMatching(/^\d{13}$/);
const right = { password: 'Inspect-291', phonenum: '40291' };

async function retcodeOf(body: string): Promise<string> {
  const simulator = await quickSimulator();
  return new PlainClient(simulator, '291').retcode('PUT', 'onlineagent/{id}', body);
}

test('a sign-in answers with the documented fields, numbers as the sample has them', async () => {
  const simulator = await quickSimulator();
  const answer = await new PlainClient(simulator, '291').signIn(firstInspector(simulator));
  expect(answer).toEqual({
    message: '',
    retcode: '0',
    result: {
      vdnid: 1,
      workno: '291',
      mediatype: 'TTF',
      loginTime: milliseconds,
      isForceChange: 'false',
      serverName: 'AgentGateway',
      timeRemaining: '',
    },
  });
});

test('an answer is dated by the gateway’s own clock', async () => {
  const simulator = await quickSimulator({ clock: createHandClock(Date.UTC(2031, 4, 6, 7, 8, 9)) });
  const answer = await new PlainClient(simulator, '291').send('GET', 'onlineagent/0/skills');
  expect(answer.headers.date).toBe('Tue, 06 May 2031 07:08:09 GMT');
});

test('the Guid of a sign-in comes in Set-GUID, behind JSESSIONID', async () => {
  const simulator = await quickSimulator();
  const answer = await new PlainClient(simulator, '291').send('PUT', 'onlineagent/{id}', JSON.stringify(right));
  expect(answer.headers['set-guid']).toMatch(/^JSESSIONID=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.AgentGateway0$/);
});

test.each([
  [4, ['AgentOther_InService', 'AgentState_Ready']],
  ['3', ['AgentOther_InService', 'AgentState_SetNotReady_Success {"reason":"0"}']],
  [5, ['AgentOther_InService', 'AgentState_Work']],
])('a sign-in with status %s tells of that state', async (status, events) => {
  const simulator = await quickSimulator();
  const client = new PlainClient(simulator, '291');
  await client.signIn(firstInspector(simulator), { status });
  expect(await client.events(2)).toEqual(events);
});

test.each([
  ['no JSON', '{"password":', '000-006'],
  ['a list', '[]', '000-006'],
  ['nothing', '', '000-006'],
  ['no password', JSON.stringify({ phonenum: '40291' }), '100-001'],
  ['an empty phone number', JSON.stringify({ ...right, phonenum: '' }), '100-001'],
  ['a wrong password', JSON.stringify({ ...right, password: 'x' }), '100-004'],
  ['a password of 33 characters', JSON.stringify({ ...right, password: 'x'.repeat(33) }), '100-001'],
  ['a phone number with letters', JSON.stringify({ ...right, phonenum: '40a' }), '100-013'],
  ['a phone number of 25 digits', JSON.stringify({ ...right, phonenum: '1'.repeat(25) }), '100-013'],
  ['agent type 5', JSON.stringify({ ...right, agenttype: 5 }), '100-012'],
  ['status 7', JSON.stringify({ ...right, status: '7' }), '100-011'],
  ['autoanswer "perhaps"', JSON.stringify({ ...right, autoanswer: 'perhaps' }), '100-011'],
  ['an IPv6 address', JSON.stringify({ ...right, ip: '::1' }), '100-016'],
])('a sign-in with %s is refused', async (_, body, retcode) => {
  expect(await retcodeOf(body)).toBe(retcode);
});

test('booleans and numbers may come as strings, and null counts as left out', async () => {
  const body = { ...right, status: '4', releasephone: 'true', agenttype: '4', autoanswer: 'false', ip: null };
  expect(await retcodeOf(JSON.stringify(body))).toBe('0');
});

test('an agent who does not exist gets the same answer as a wrong password', async () => {
  const simulator = await quickSimulator();
  expect(await new PlainClient(simulator, '300').retcode('PUT', 'onlineagent/{id}', JSON.stringify(right))).toBe('100-004');
});

test.each([
  [{ locked: true }, '110-016'],
  [{ passwordExpired: true }, '100-020'],
])('an account with %j is refused', async (trait, retcode) => {
  const simulator = await quickSimulator({ inspectors: [{ agentId: '291', password: 'p', phone: '1', ...trait }] });
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator))).retcode).toBe(retcode);
});

test('a phone outside the configured range is refused with 100-014', async () => {
  const simulator = await quickSimulator({ phoneRange: { from: 50_000, to: 59_999 } });
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator))).retcode).toBe('100-014');
});

test('a second sign-in is refused with 100-002', async () => {
  const simulator = await quickSimulator();
  await signedInInspector(simulator);
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator))).retcode).toBe('100-002');
});

test('a sign-in while another one is in progress is refused with 100-021', async () => {
  const simulator = await quickSimulator({ timings: { signIn: 200 } });
  const first = new PlainClient(simulator, '291').signIn(firstInspector(simulator));
  await expect.poll(() => simulator.requests.length).toBe(1);
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator))).retcode).toBe('100-021');
  expect((await first).retcode).toBe('0');
});

test('a forced sign-in takes the session over, and the held poll of the old one gets 100-006', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
  const old = await signedInInspector(simulator);
  const held = old.poll();
  const fresh = new PlainClient(simulator, '291');
  expect((await fresh.signIn(firstInspector(simulator), {}, true)).retcode).toBe('0');
  expect((await held).retcode).toBe('100-006');
  expect((await old.poll()).retcode).toBe('100-006');
  expect(await fresh.events(1)).toEqual(['AgentOther_InService']);
});

test('a forced sign-in without releasephone makes a long call, as its page says', async () => {
  const simulator = await quickSimulator();
  const client = new PlainClient(simulator, '291');
  await client.signIn(firstInspector(simulator), { releasephone: undefined }, true);
  await client.events(2);
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'nothing']);
});

test('a session that cannot be forced out answers 100-015', async () => {
  const simulator = await quickSimulator({
    inspectors: [{ agentId: '291', password: 'p', phone: '1', cannotBeForcedOut: true }],
  });
  await signedInInspector(simulator);
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator), {}, true)).retcode).toBe('100-015');
});

test('an ordinary agent of the centre can sign in', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'signedOut' });
  const client = new PlainClient(simulator, '20001');
  expect((await client.signIn({ password: agentPassword('20001'), phone: '70001' })).retcode).toBe('0');
  expect((await client.call('GET', 'agentgroup/{id}/iscensor')).result).toBe(false);
});

test('after a sign-out every call gets 100-006', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  expect(await client.call('DELETE', 'onlineagent/{id}/logout')).toEqual({ message: 'success', retcode: '0' });
  expect(await client.retcode('GET', 'agentevent/{id}')).toBe('100-006');
  expect(simulator.agent('291').state).toBe('signedOut');
});

test('a poll held at the sign-out learns of it', async () => {
  const simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
  const client = await signedInInspector(simulator);
  const held = client.events(1);
  await expect.poll(() => simulator.requests.at(-1)?.interface).toBe('getAgentEvent');
  await client.call('DELETE', 'onlineagent/{id}/logout');
  expect(await held).toEqual([expect.stringMatching(/^AgentOther_ShutdownService \{"loginTime":"\d{13}"\}$/)]);
});

test('a sign-out while listening is refused with 100-010; a forced one ends the listen too', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
  expect(await client.retcode('DELETE', 'onlineagent/{id}/logout')).toBe('100-010');
  expect(await client.retcode('DELETE', 'onlineagent/{id}/forcelogout')).toBe('0');
  expect(simulator.agent('20001').listenedBy).toEqual([]);
});

test.each([
  ['0', '100-005'],
  ['256', '100-005'],
  ['x', '100-005'],
  ['255', '0'],
])('a forced sign-out with reason %s answers %s', async (reason, retcode) => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  expect(await client.retcode('DELETE', `onlineagent/{id}/forcelogoutwithreason/${reason}`)).toBe(retcode);
});

test('the records of requests and their log lines hold neither password nor Guid', async () => {
  const lines: string[] = [];
  const simulator = await quickSimulator({ log: (line) => lines.push(line) });
  const client = await signedInInspector(simulator);
  const told = JSON.stringify(simulator.requests) + lines.join('\n');
  expect(told).toContain('login');
  expect(told).not.toContain('Inspect-291');
  expect(told).not.toContain(client.guid);
});

test('a sign-in without a JSON content type is refused with 000-006', async () => {
  const simulator = await quickSimulator();
  const answer = await send(simulator, 'PUT', '/agentgateway/resource/onlineagent/291', { body: JSON.stringify(right) });
  expect(answer.text).toContain('000-006');
  const gbk = { 'Content-Type': jsonHeader['Content-Type'].replace('UTF-8', 'GBK') };
  const other = await send(simulator, 'PUT', '/agentgateway/resource/onlineagent/291', { body: JSON.stringify(right), headers: gbk });
  expect(other.text).toContain('000-006');
});

const byAccount = 'onlineagent/loginbyaccount';

test('loginbyaccount signs in on the phone bound to the account, whose work number the answer names', async () => {
  const simulator = await quickSimulator({ inspectors: [{ agentId: '291', account: 'ann', password: 'p', phone: '40291' }] });
  const client = new PlainClient(simulator, '291');
  const answer = await client.send('PUT', byAccount, JSON.stringify({ account: 'ann', password: 'p', autoanswer: false, status: '4' }));
  expect(JSON.parse(answer.text)).toMatchObject({ retcode: '0', result: { workno: '291' } });
  client.guid = guidIn(answer);
  expect((await client.call('GET', 'agentgroup/{id}/agentbyworkno/291')).result).toMatchObject({ phonenumber: '40291' });
  expect(simulator.requests[0]).toMatchObject({ interface: 'loginByAccount', guidHeader: 'missing' });
});

test.each([
  ['an account nobody has', { account: 'nobody', password: 'p' }, '100-004'],
  ['the number of who has another account name', { account: '291', password: 'p' }, '100-004'],
  ['a wrong password', { account: 'ann', password: 'x' }, '100-004'],
  ['no account', { password: 'p' }, '100-001'],
  ['an empty account', { account: '', password: 'p' }, '100-001'],
  ['no password', { account: 'ann' }, '100-001'],
  ['another phone that is none', { account: 'ann', password: 'p', phonenum: 'abc' }, '100-013'],
])('loginbyaccount with %s is refused', async (_, body, retcode) => {
  const simulator = await quickSimulator({ inspectors: [{ agentId: '291', account: 'ann', password: 'p', phone: '40291' }] });
  expect(await new PlainClient(simulator, '291').retcode('PUT', byAccount, JSON.stringify(body))).toBe(retcode);
});

test('without an account name of their own, an agent’s is their work number', async () => {
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'signedOut' });
  const body = JSON.stringify({ account: '20001', password: agentPassword('20001') });
  expect(await new PlainClient(simulator, '20001').retcode('PUT', byAccount, body)).toBe('0');
  expect(await new PlainClient(simulator, '20001').retcode('PUT', byAccount, body)).toBe('100-002');
});

test.each([
  [{}, 'TTF'],
  [{ checkInWebm: 'false' }, 'TFF'],
  [{ checkInWebm: false, checkInMailm: true }, 'TFT'],
])('mediatype says which servers a sign-in with %j reached', async (parameters, mediatype) => {
  const simulator = await quickSimulator();
  const client = new PlainClient(simulator, '291');
  expect((await client.signIn(firstInspector(simulator), parameters)).result).toMatchObject({ mediatype });
  expect((await client.call('GET', 'agentgroup/{id}/agentbyworkno/291')).result).toMatchObject({ mediatype });
});
