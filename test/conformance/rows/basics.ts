import { expectRetcode, expectTrue, retcodeOf } from '../expectations.ts';
import { row, writingRow, type Row } from '../row.ts';

const status = 'onlineagent/{id}/agentstatus';
/** The two seconds of the query limit, and a little more. */
const window = 2_500;

/** Section 0. */
export const basics: readonly Row[] = [
  row('0', 'D', 'every answer is a JSON object with message and retcode', async ({ gateway }) => {
    const { json } = await gateway.send('GET', status);
    expectTrue(typeof json?.['message'] === 'string', 'message is no text');
    expectTrue(typeof json?.['retcode'] === 'string', 'retcode is no text');
  }),
  row('0', 'D', 'success is the retcode "0"', async ({ gateway }) => expectRetcode(await gateway.send('GET', status), '0')),
  row('0', 'D', 'any other retcode is written NNN-NNN', async ({ gateway }) => {
    const retcode = retcodeOf(await gateway.send('GET', 'agentgroup/{id}/agentbyworkno/101'));
    expectTrue(retcode === '0' || /^\d{3}-\d{3}$/.test(retcode), `retcode ${retcode}`);
  }),
  row('0', 'D', 'message on success is "" or "success"', async ({ gateway }) => {
    const { json } = await gateway.send('GET', status);
    expectTrue(json?.['message'] === '' || json?.['message'] === 'success', `message ${String(json?.['message'])}`);
  }),
  row('0', 'C', 'business errors arrive as a JSON answer', async ({ gateway }) => {
    const { json } = await gateway.send('GET', status, { guid: 'wrong' });
    expectTrue(json?.['retcode'] !== undefined, 'no JSON with a retcode');
  }),
  row('0', 'C', 'business errors arrive with a 2xx status', async ({ gateway }) => {
    const answer = await gateway.send('GET', status, { guid: 'wrong' });
    expectTrue(answer.status >= 200 && answer.status < 300, `HTTP ${String(answer.status)}`);
  }),
  row('0', 'C', 'the header Guid is accepted in lower case', async ({ gateway }) => {
    expectRetcode(await gateway.send('GET', status, { guid: null, headers: { guid: gateway.guid ?? '' } }), '0');
  }),
  row('0', 'D', 'Content-Type with charset=UTF-8 is accepted', async ({ gateway }) => {
    expectRetcode(await gateway.send('GET', status, { headers: { 'Content-Type': 'application/json; charset=UTF-8' } }), '0');
  }),
  row('0', 'I', 'the answer says that it is JSON', async ({ gateway }) => {
    const type = (await gateway.send('GET', status)).headers['content-type'];
    expectTrue(typeof type === 'string' && type.startsWith('application/json'), `Content-Type ${String(type)}`);
  }),
  row('0', 'D', 'five queries in two seconds are admitted', async ({ gateway }) => {
    for (let query = 0; query < 5; query += 1) expectRetcode(await gateway.send('GET', status), '0');
  }),
  // Nothing is changed, but no gateway at work is to be pressed unasked.
  writingRow('0', 'I', 'more queries in two seconds are refused, with 000-007', async ({ gateway }) => {
    await gateway.wait(window);
    const answers = await Promise.all(Array.from({ length: 12 }, () => gateway.send('GET', status, { atOnce: true })));
    await gateway.wait(window);
    for (const answer of answers) expectRetcode(answer, '0', '000-007');
    expectTrue(
      answers.some((answer) => retcodeOf(answer) !== '0'),
      'all twelve are admitted',
    );
  }),
  row('5', 'D', 'TLS 1.2 or newer is spoken', async ({ gateway }) => {
    // Node.js speaks nothing older by itself: an answer is the proof.
    expectTrue((await gateway.send('GET', status)).status > 0, 'no answer');
  }),
];
