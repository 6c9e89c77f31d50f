import { eventOf, expectRetcode, expectTrue, resultOf, retcodeOf, short } from '../expectations.ts';
import { guidIn } from '../gateway.ts';
import { NotTried, row, writingRow, type Row, type Trial } from '../row.ts';
import { signIn } from '../signIn.ts';

const status = 'onlineagent/{id}/agentstatus';
const bodyOf = ({ password, phone }: Trial, more: object): string =>
  JSON.stringify({ password, phonenum: phone, status: '4', releasephone: 'true', agenttype: '4', ...more });

/** A sign-in with a field that is wrong. */
const refusedWith =
  (more: object, ...codes: readonly string[]): Row['check'] =>
  async (trial) =>
    expectRetcode(await trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: bodyOf(trial, more) }), ...codes);

/** Polls, with the Guid of the beginning, until an answer announces a new one: that, or undefined after so many seconds. */
async function renewedWithin({ gateway }: Trial, seconds: number): Promise<string | undefined> {
  const guid = gateway.guid ?? '';
  for (let spent = 0; spent < seconds;) {
    const answer = await gateway.send('GET', 'agentevent/{id}', { guid });
    const renewed = guidIn(answer);
    if (renewed !== undefined && renewed !== guid) return renewed;
    expectRetcode(answer, '0');
    spent += eventOf(answer) === undefined ? answer.took / 1_000 : 0.5;
  }
  return undefined;
}

/** Sections 1.1 to 1.3: what is seldom done, and what takes a minute or two. */
export const signInMore: readonly Row[] = [
  row('1.1', 'D', 'a status that is none of 3, 4 and 5 is refused: 100-011 or 100-001', refusedWith({ status: '7' }, '100-011', '100-001')),
  row('1.1', 'D', 'an IPv6 address is refused: 100-016 or 100-011', refusedWith({ ip: '::1' }, '100-016', '100-011')),
  row(
    '1.1',
    'D',
    'a password of more than 32 characters is refused',
    refusedWith({ password: 'x'.repeat(33) }, '100-001', '100-004', '100-011'),
  ),
  row(
    '1.1',
    'D',
    'a phone number of more than 24 digits gets 100-013 or 100-011',
    refusedWith({ phonenum: '1'.repeat(25) }, '100-013', '100-011', '100-001'),
  ),
  row('6', 'D', 'a phone number with letters gets 100-013 or 100-011', refusedWith({ phonenum: '40a' }, '100-013', '100-011')),
  row(
    '1.1',
    'D',
    'a service token with special characters gets 100-001 (cec_07_1275)',
    refusedWith({ callBackUri: 'https://127.0.0.1:9/', serviceToken: 'a b<c>' }, '100-001', '100-011'),
  ),
  row('1.1', 'C', 'loginbyaccount of an account that does not exist gets 100-004 or 100-001', async ({ gateway, password }) => {
    const body = JSON.stringify({ account: 'no-such-account', password });
    const code = retcodeOf(await gateway.send('PUT', 'onlineagent/loginbyaccount', { guid: null, body }));
    if (code === '000-002') throw new NotTried('this gateway has no loginbyaccount');
    expectTrue(code === '100-004' || code === '100-001', `retcode ${code}`);
  }),
  writingRow('1.1', 'C', 'loginbyaccount signs in without a phone number; its result names the work number', async (trial) => {
    await trial.gateway.send('DELETE', 'onlineagent/{id}/logout');
    const body = JSON.stringify({ account: trial.gateway.agentId, password: trial.password, autoanswer: false, status: '4' });
    const answer = await trial.gateway.send('PUT', 'onlineagent/loginbyaccount', { guid: null, body });
    await signIn(trial, { forced: true });
    if (retcodeOf(answer) !== '0') throw new NotTried(`the account is another one than the work number: ${retcodeOf(answer)}`);
    expectTrue(String(resultOf(answer)['workno']) === trial.gateway.agentId, short(resultOf(answer)));
  }),
  writingRow('1.1', 'D', 'loginex signs in as login does, where it is (CCS only)', async (trial) => {
    await trial.gateway.send('DELETE', 'onlineagent/{id}/logout');
    const answer = await trial.gateway.send('PUT', 'onlineagent/{id}/loginex', { guid: null, body: bodyOf(trial, {}) });
    await signIn(trial, { forced: true });
    if (retcodeOf(answer) === '000-002') throw new NotTried('this gateway has no loginex');
    expectRetcode(answer, '0');
  }),
  writingRow('1.1', 'D', 'booleans and numbers may be written as such', async (trial) => {
    const body = bodyOf(trial, { releasephone: true, agenttype: 4, status: 4, autoanswer: true });
    const answer = await trial.gateway.send('PUT', 'onlineagent/{id}/forcelogin', { guid: null, body });
    await signIn(trial, { forced: true });
    expectRetcode(answer, '0');
  }),
  writingRow('5', 'D', 'of two sign-ins at once one is refused: 100-021 or 100-002', async (trial) => {
    await trial.gateway.send('DELETE', 'onlineagent/{id}/logout');
    const send = () => trial.gateway.send('PUT', 'onlineagent/{id}', { guid: null, body: bodyOf(trial, {}), atOnce: true });
    const codes = (await Promise.all([send(), send()])).map(retcodeOf);
    await signIn(trial, { forced: true });
    expectTrue(codes.filter((code) => code === '0').length === 1, codes.join(' and '));
    expectTrue(
      codes.some((code) => code === '100-021' || code === '100-002'),
      codes.join(' and '),
    );
  }),
  writingRow('1.2', 'D', 'after about a minute a poll announces a new Guid (AUTHMODE 2)', async (trial) => {
    await signIn(trial, { forced: true });
    const renewed = await renewedWithin(trial, 90);
    if (renewed === undefined) throw new NotTried('none came: AUTHMODE 1');
    trial.gateway.guid = renewed;
    expectRetcode(await trial.gateway.send('GET', status), '0');
  }),
  writingRow('1.2', 'I', 'the former Guid stays valid for a while', async (trial) => {
    await signIn(trial, { forced: true });
    const former = trial.gateway.guid ?? '';
    const renewed = await renewedWithin(trial, 90);
    if (renewed === undefined) throw new NotTried('none came: AUTHMODE 1');
    trial.gateway.guid = renewed;
    expectRetcode(await trial.gateway.send('GET', status, { guid: former }), '0');
  }),
  writingRow('1.1', 'D', 'two minutes without a poll sign the inspector out', async (trial) => {
    await signIn(trial, { forced: true });
    await trial.gateway.wait(130_000);
    const answer = await trial.gateway.send('GET', 'agentevent/{id}');
    await signIn(trial, { forced: true });
    expectRetcode(answer, '100-006', '000-003');
  }),
  writingRow('1.3', 'C', 'heartbeat answers loginTime', async ({ gateway }) => {
    const { loginTime } = resultOf(await gateway.send('PUT', 'onlineagent/{id}/heartbeat'));
    expectTrue(/^\d{13}$/.test(String(loginTime)), `loginTime is ${short(loginTime)}`);
  }),
];
