import { expectRetcode, expectTrue, listOf, resultOf, retcodeOf, short } from '../expectations.ts';
import { settled, talking } from '../pair.ts';
import { awaitEvent } from '../polling.ts';
import { receiver } from '../receiver.ts';
import { pairRow, row, writingRow, type PairTrial, type Row } from '../row.ts';
import { signIn } from '../signIn.ts';

const answered =
  (method: string, path: string, body: unknown, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send(method, path, body === undefined ? {} : { body: JSON.stringify(body) }), ...codes);

/** The request is known: whatever it is refused for, it is not its path. */
const known =
  (method: string, path: string, body?: unknown): Row['check'] =>
  async ({ gateway }) => {
    const retcode = retcodeOf(await gateway.send(method, path, body === undefined ? {} : { body: JSON.stringify(body) }));
    expectTrue(/^\d{3}-\d{3}$/.test(retcode) && retcode !== '000-002', `retcode ${retcode}`);
  };

const list =
  (path: string, ...fields: readonly string[]): Row['check'] =>
  async ({ gateway }) => {
    const wrong = listOf(await gateway.send('GET', path)).find((item) => fields.some((field) => !(field in item)));
    expectTrue(wrong === undefined, short(wrong));
  };

const inCall =
  (check: (trial: PairTrial, callId: string) => Promise<void>) =>
  async (trial: PairTrial): Promise<void> => {
    await settled(trial);
    await check(trial, await talking(trial));
  };

/** Section 8: what the vendor's sample clients send and expect, unchanged. No row sends a notice to everybody or tries a password. */
export const sampleClients: readonly Row[] = [
  row('8', 'C', 'a request without a body needs no Content-Type', async ({ gateway }) => {
    expectRetcode(await gateway.send('GET', 'onlineagent/{id}/agentstatus', { untyped: true }), '0');
  }),
  row('8', 'C', 'the Guid is announced as Set-GUID, spelled so', ({ signedIn }) => {
    expectTrue(signedIn.headerNames.includes('Set-GUID'), short(signedIn.headerNames));
  }),
  writingRow('8', 'C', 'the events of a pushUrl bear no eventGenTime, and are taken by any 2xx without a body', async (trial) => {
    const { gateway } = trial;
    const here = await receiver(gateway.host, (response) => response.writeHead(204).end());
    try {
      expectRetcode(await signIn(trial, { forced: true, more: { pushUrl: here.url } }), '0');
      for (let waited = 0; waited < 20 && here.posted.length < 2; waited += 1) await gateway.wait(500);
      // What was not taken would come again.
      await gateway.wait(5_000);
    } finally {
      here.close();
      await signIn(trial, { forced: true });
    }
    const events = here.posted.map(({ body }) => (body as { event?: Record<string, unknown> }).event ?? {});
    expectTrue(events.map(({ eventType }) => eventType).join() === 'AgentOther_InService,AgentState_Ready', short(events));
    expectTrue(!events.some((event) => 'eventGenTime' in event), short(events));
  }),
  row('8', 'D', 'holdlist without a held call gets 400-003', answered('GET', 'calldata/{id}/holdlist', undefined, '400-003')),
  row(
    '8',
    'D',
    'holdlistex of an agent without a held call gets 400-003',
    answered('GET', 'calldata/{id}/holdlistex/{id}', undefined, '400-003'),
  ),
  pairRow(
    '8',
    'D',
    'holdlist tells of the held call: callid, caller, called, callfeature, callskill',
    inCall(async ({ second }, callId) => {
      await second.gateway.send('POST', 'voicecall/{id}/hold');
      await awaitEvent(second.gateway, 'AgentEvent_Hold');
      const [held] = listOf(await second.gateway.send('GET', 'calldata/{id}/holdlist'));
      const missing = ['caller', 'called', 'callfeature', 'callskill'].find((field) => held === undefined || !(field in held));
      expectTrue(held?.['callid'] === callId && missing === undefined, short(held));
    }),
  ),
  pairRow(
    '8',
    'D',
    'the feature of an internal call is 6',
    inCall(async ({ second }) => {
      const { callfeature } = resultOf(await second.gateway.send('GET', 'calldata/{id}/callinfo'));
      expectTrue(String(callfeature) === '6', `callfeature ${short(callfeature)}`);
    }),
  ),
  pairRow(
    '8',
    'D',
    'callinfo?isNoContainLastCall=true tells of the last call when there is none now',
    inCall(async ({ second }, callId) => {
      await second.gateway.send('DELETE', 'voicecall/{id}/release');
      await awaitEvent(second.gateway, 'AgentEvent_Call_Release');
      const { callid } = resultOf(await second.gateway.send('GET', 'calldata/{id}/callinfo?isNoContainLastCall=true'));
      expectTrue(callid === callId, `callid ${short(callid)}`);
    }),
  ),
  pairRow(
    '8',
    'C',
    'what is attached to a call comes back with appdata, by both forms',
    inCall(async ({ second: { gateway } }, callId) => {
      for (const [data, send] of [
        ['one', () => gateway.send('PUT', `calldata/{id}?calldata=one&callid=${callId}`)],
        ['two', () => gateway.send('POST', 'calldata/{id}/setcalldataex', { body: JSON.stringify({ callid: callId, calldata: 'two' }) })],
      ] as const) {
        expectRetcode(await send(), '0');
        const { json } = await gateway.send('GET', 'calldata/{id}/appdata');
        expectTrue(json?.['result'] === data, short(json?.['result']));
      }
    }),
  ),
  row(
    '8',
    'C',
    'data for a call that there is not gets 400-001',
    answered('PUT', 'calldata/{id}?calldata=a', undefined, '400-001', '400-003'),
  ),
  row(
    '8',
    'C',
    'setcalldataex for a call that there is not gets the same',
    answered('POST', 'calldata/{id}/setcalldataex', { callid: '1-1', calldata: 'a' }, '400-001', '400-003'),
  ),
  writingRow('8', 'C', 'autoenteridle takes any word of one to five characters, so the C# client’s True and False', async ({ gateway }) => {
    for (const flag of ['True', 'False', 'x', 'true'])
      expectRetcode(await gateway.send('POST', `onlineagent/{id}/autoenteridle/${flag}`), '0');
  }),
  row(
    '8',
    'D',
    'autoenteridle refuses a word of six',
    answered('POST', 'onlineagent/{id}/autoenteridle/truely', undefined, '000-002', '000-006'),
  ),
  row('8', 'C', 'restreason has restReasonId and restReason', list('agentgroup/{id}/restreason', 'restReasonId', 'restReason')),
  writingRow('8', 'D', 'a note reaches its receiver as AgentOther_Note', async ({ gateway }) => {
    const body = JSON.stringify({ agentIds: [Number(gateway.agentId)], content: 'hello' });
    expectRetcode(await gateway.send('POST', 'onlineagent/{id}/sendnoteletex', { body }), '0');
    await awaitEvent(gateway, 'AgentOther_Note');
  }),
  row(
    '8',
    'D',
    'a note without a text gets 100-001',
    answered('POST', 'onlineagent/{id}/sendnoteletex', { agentIds: [101], content: '' }, '100-001'),
  ),
  row('8', 'C', 'notifybulletin is known: without a text it is refused', known('POST', 'onlineagent/{id}/notifybulletin', {})),
  row('8', 'C', 'modifyaccountpwdex is known: without passwords it is refused', known('POST', 'onlineagent/{id}/modifyaccountpwdex', {})),
  row('8', 'C', 'agentskill tells of an agent’s skills', list('queuedevice/{id}/agentskill/{id}', 'id', 'name')),
  row('8', 'C', 'vdnskill tells of the own VDN’s skill queues', async ({ gateway }) => {
    const { vdnid } = resultOf(await gateway.send('GET', 'agentgroup/{id}/agentbyworkno/{id}'));
    await list(`queuedevice/{id}/vdnskill/${String(vdnid)}`, 'id', 'name')({ gateway } as Parameters<Row['check']>[0]);
  }),
  row('8', 'C', 'ivrinfo answers a list', list('queuedevice/{id}/ivrinfo')),
  row('8', 'C', 'innoinfo answers a list', list('queuedevice/{id}/innoinfo')),
  row('8', 'D', 'queryacdstat tells of each queue: deviceNo, queueSize, queueTime, loggedOnAgents, availAgents', async ({ gateway }) => {
    const [first] = listOf(await gateway.send('GET', 'queuedevice/{id}/agentvdnskill'));
    const body = JSON.stringify({ skills: [first?.['id']] });
    const items = listOf(await gateway.send('POST', 'queuedevice/{id}/queryacdstat', { body }));
    const fields = ['deviceNo', 'queueSize', 'queueTime', 'loggedOnAgents', 'availAgents'];
    const wrong = items.find((item) => fields.some((field) => !(field in item)));
    expectTrue(items.length > 0 && wrong === undefined, short(wrong ?? items));
  }),
  row('8', 'C', 'seconddial without a call gets 200-026', answered('POST', 'voicecall/{id}/seconddial/1', undefined, '200-026')),
  row(
    '8',
    'C',
    'previewcallout to what is no number gets 200-001',
    answered('PUT', 'voicecall/{id}/previewcallout', { called: 'abc' }, '200-001'),
  ),
  row('8', 'D', 'stopplay while nothing is played gets 500-009', answered('DELETE', 'recordplay/{id}/stopplay', undefined, '500-009')),
  row('8', 'D', 'pauseplay while nothing is played gets 500-003', answered('POST', 'recordplay/{id}/pauseplay', undefined, '500-003')),
  ...(
    [
      ['DELETE', 'recordplay/{id}/stoprecordscreen'],
      ['PUT', 'textchat/{id}/answer/1-1'],
      ['DELETE', 'textchat/{id}/reject/1-1'],
      ['DELETE', 'textchat/{id}/drop/1-1'],
      ['PUT', 'textchat/{id}/chatmessage/'],
      ['PUT', 'agentconf/{id}/answeragentconf'],
      ['DELETE', 'agentconf/{id}/rejectagentconf'],
      ['DELETE', 'agentconf/{id}/requestleaveagentconf'],
      ['PUT', 'agentconf/{id}/prolongtime?prolongTime=60'],
      ['POST', 'multimediaconf/{id}/getconfstate'],
      ['DELETE', 'multimediaconf/{id}/stopconf'],
    ] as const
  ).map(([method, path]) =>
    row('8', 'C', `${method} ${path.replace('{id}/', '')} is known, and refused while there is nothing`, known(method, path)),
  ),
];
