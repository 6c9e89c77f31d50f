import { expectRetcode, expectTrue, resultOf, retcodeOf, short } from '../expectations.ts';
import { guidIn } from '../gateway.ts';
import { row, writingRow, type Row, type Trial } from '../row.ts';
import { signIn } from '../signIn.ts';

const status = 'onlineagent/{id}/agentstatus';
const signInAnswer = (field: string, fits: (value: unknown) => boolean) => (trial: Trial) => {
  const value = resultOf(trial.signedIn)[field];
  expectTrue(fits(value), `${field} is ${short(value)}`);
};
const text = (value: unknown): boolean => typeof value === 'string';

/** Sections 1.1 to 1.5. */
export const session: readonly Row[] = [
  row('1.1', 'D', 'sign-in answers "0" with a result', ({ signedIn }) => {
    expectRetcode(signedIn, '0');
    resultOf(signedIn);
  }),
  row('1.1', 'D', 'its result names the work number', (trial) =>
    signInAnswer('workno', (value) => String(value) === trial.gateway.agentId)(trial),
  ),
  row(
    '1.1',
    'D',
    'its result has a vdnid',
    signInAnswer('vdnid', (value) => /^\d+$/.test(String(value))),
  ),
  row(
    '1.1',
    'D',
    'mediatype is three letters T or F',
    signInAnswer('mediatype', (value) => /^[TF]{3}$/.test(String(value))),
  ),
  row(
    '1.1',
    'I',
    'mediatype begins with T, or listening cannot work',
    signInAnswer('mediatype', (value) => String(value).startsWith('T')),
  ),
  row(
    '1.1',
    'D',
    'loginTime is a time in milliseconds',
    signInAnswer('loginTime', (value) => /^\d{13}$/.test(String(value))),
  ),
  row(
    '1.1',
    'D',
    'isForceChange is "true" or "false"',
    signInAnswer('isForceChange', (value) => value === 'true' || value === 'false'),
  ),
  row(
    '1.1',
    'D',
    'timeRemaining is days as text, or ""',
    signInAnswer('timeRemaining', (value) => /^\d*$/.test(String(value)) && text(value)),
  ),
  row('1.1', 'D', 'serverName is a text', signInAnswer('serverName', text)),
  row('1.2', 'D', 'sign-in announces the Guid in Set-GUID: JSESSIONID=…', ({ signedIn }) => {
    const header = signedIn.headers['set-guid'];
    expectTrue(typeof header === 'string' && header.startsWith('JSESSIONID='), `Set-GUID is ${short(header)}`);
  }),
  row('1.2', 'I', 'the Guid ends with the node’s name, .AgentGatewayN', ({ signedIn }) => {
    expectTrue(/\.AgentGateway\d+$/.test(guidIn(signedIn) ?? ''), 'it does not');
  }),
  row('1.2', 'D', 'a wrong Guid gets 100-006 or 000-003', async ({ gateway }) => {
    const guid = '00000000-0000-0000-0000-000000000000.AgentGateway0';
    expectRetcode(await gateway.send('GET', status, { guid }), '100-006', '000-003');
  }),
  row('1.2', 'D', 'no Guid gets 100-006 or 000-003', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', status, { guid: null }), '100-006', '000-003'),
  ),
  row('1.2', 'I', 'a wrong Guid is refused for a poll as well', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'agentevent/{id}', { guid: 'wrong' }), '100-006', '000-003'),
  ),
  row('1.2', 'D', 'another agent’s number with this Guid is refused', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'onlineagent/999998/agentstatus'), '100-006', '000-003', '000-002'),
  ),
  row('1.1', 'D', 'signing in twice gets 100-002', async (trial) => {
    expectRetcode(await trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: body(trial) }), '100-002');
  }),
  row('1.1', 'D', 'a sign-in without a password gets 100-001, 100-004 or 100-011', async ({ gateway, phone }) => {
    const answer = await gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: JSON.stringify({ phonenum: phone }) });
    expectRetcode(answer, '100-001', '100-004', '100-011');
  }),
  row('1.1', 'D', 'a sign-in without a phone number gets 100-001, 100-011 or 100-013', async ({ gateway, password }) => {
    const answer = await gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: JSON.stringify({ password }) });
    expectRetcode(answer, '100-001', '100-011', '100-013');
  }),
  row('1.1', 'D', 'an agent type that does not exist gets 100-012 or 100-011', async (trial) => {
    const answer = await trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: body(trial, { agenttype: '99' }) });
    expectRetcode(answer, '100-012', '100-011');
  }),
  row('1.1', 'D', 'an ip that is none gets 100-016 or 100-011', async (trial) => {
    const answer = await trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: body(trial, { ip: '1.2.3' }) });
    expectRetcode(answer, '100-016', '100-011');
  }),
  row('6', 'I', 'a body that is no JSON is refused', async ({ gateway }) => {
    const retcode = retcodeOf(await gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: '{' }));
    expectTrue(retcode !== '0', 'it is accepted');
  }),
  writingRow('1.1', 'D', 'a wrong password gets 100-004', async (trial) => {
    const answer = await trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: body(trial, { password: 'wrong-one' }) });
    expectRetcode(answer, '100-004');
  }),
  writingRow('1.1', 'D', 'a forced sign-in takes the session over, with a new Guid', async (trial) => {
    const before = trial.gateway.guid;
    const answer = await signIn(trial, { forced: true });
    expectRetcode(answer, '0');
    expectTrue(trial.gateway.guid !== before, 'the Guid is the same');
  }),
  writingRow('5', 'C', 'the session taken over gets 100-006 or 000-003', async (trial) => {
    const before = trial.gateway.guid ?? '';
    await signIn(trial, { forced: true });
    expectRetcode(await trial.gateway.send('GET', 'agentevent/{id}', { guid: before }), '100-006', '000-003');
  }),
  writingRow('1.5', 'D', 'a forced sign-out with a reason outside 1–255 gets 100-005', async ({ gateway }) =>
    expectRetcode(await gateway.send('DELETE', 'onlineagent/{id}/forcelogoutwithreason/0'), '100-005'),
  ),
  writingRow('1.5', 'D', 'sign-out answers "0"; afterwards 100-006 or 000-003', async (trial) => {
    expectRetcode(await trial.gateway.send('DELETE', 'onlineagent/{id}/logout'), '0');
    const after = await trial.gateway.send('GET', status);
    await signIn(trial);
    expectRetcode(after, '100-006', '000-003');
  }),
  writingRow('1.5', 'D', 'forced sign-out answers "0"', async (trial) => {
    const answer = await trial.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
    await signIn(trial);
    expectRetcode(answer, '0');
  }),
  writingRow('1.5', 'D', 'forced sign-out with a reason answers "0"', async (trial) => {
    const answer = await trial.gateway.send('DELETE', 'onlineagent/{id}/forcelogoutwithreason/12');
    await signIn(trial);
    expectRetcode(answer, '0');
  }),
];

function body({ password, phone }: Trial, more: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ password, phonenum: phone, status: '4', releasephone: 'true', agenttype: '4', ...more });
}
