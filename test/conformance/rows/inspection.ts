import { expectRetcode, expectTrue, resultOf, retcodeOf } from '../expectations.ts';
import type { Gateway } from '../gateway.ts';
import { drain, pollFor } from '../polling.ts';
import { listeningRow, NotTried, row, writingRow, type Row } from '../row.ts';

const listen = (workNo: string): string => `qualitycontrol/{id}/addsupervise/${workNo}`;
const stop = (workNo: string): string => `qualitycontrol/{id}/${workNo}`;

async function stopped(gateway: Gateway, workNo: string): Promise<void> {
  await gateway.send('DELETE', stop(workNo));
  await pollFor(gateway, 'AgentState_Ready');
}

/** Listens, waits for this event, stops: what came on the way. */
async function listenUntil(gateway: Gateway, workNo: string, event: string): Promise<string[]> {
  await drain(gateway);
  expectRetcode(await gateway.send('PUT', listen(workNo)), '0');
  try {
    return await pollFor(gateway, event);
  } finally {
    await stopped(gateway, workNo);
  }
}

/** Section 3 and 3.1. */
export const inspection: readonly Row[] = [
  row('3.1', 'D', 'listening to oneself gets 000-005', async ({ gateway }) =>
    expectRetcode(await gateway.send('PUT', listen('{id}')), '000-005'),
  ),
  row('3.1', 'D', 'listening without a session gets 100-006 (or 000-003)', async ({ gateway }) =>
    expectRetcode(await gateway.send('PUT', listen('20001'), { guid: 'wrong' }), '100-006', '000-003'),
  ),
  row('3.1', 'D', 'listening to a number that is none gets 000-002', async ({ gateway }) =>
    expectRetcode(await gateway.send('PUT', listen('abc')), '000-002', '000-006'),
  ),
  row('3.1', 'I', 'listening to an agent who does not exist gets 900-003, 900-004 or 900-005', async ({ gateway }) =>
    expectRetcode(await gateway.send('PUT', listen('999997')), '900-003', '900-004', '900-005'),
  ),
  row('3', 'D', 'listen is PUT: POST is refused', async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send('POST', listen('{id}'))) !== '0', 'it is accepted');
  }),
  row('3', 'D', 'there is no delsupervise', async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send('DELETE', 'qualitycontrol/{id}/delsupervise/20001')) !== '0', 'there is');
  }),
  row('3.1', 'I', 'a stop without a listen gets 900-003 or 900-005', async ({ gateway }) =>
    expectRetcode(await gateway.send('DELETE', stop('999997')), '900-003', '900-005', '900-004'),
  ),
  writingRow('3.1', 'I', 'a listen while busy gets 900-005', async ({ gateway, listenTo }) => {
    if (listenTo === undefined) throw new NotTried('no agent to listen to was named (--listen-to)');
    await gateway.send('POST', 'onlineagent/{id}/saybusy');
    const answer = await gateway.send('PUT', listen(listenTo));
    await gateway.send('POST', 'onlineagent/{id}/sayfree');
    await drain(gateway);
    expectRetcode(answer, '900-005');
  }),
  listeningRow('3', 'D', 'listen answers "0" with result {}', async ({ gateway, listenTo }) => {
    await drain(gateway);
    const answer = await gateway.send('PUT', listen(listenTo));
    await stopped(gateway, listenTo);
    expectRetcode(answer, '0');
    expectTrue(Object.keys(resultOf(answer)).length === 0, 'result is not empty');
  }),
  listeningRow('3.1', 'D', 'a listen brings AgentState_Busy', async ({ gateway, listenTo }) => {
    await listenUntil(gateway, listenTo, 'AgentState_Busy');
  }),
  listeningRow('3.1', 'D', 'it rings the inspector’s phone: AgentOther_PhoneAlerting', async ({ gateway, listenTo }) => {
    await listenUntil(gateway, listenTo, 'AgentOther_PhoneAlerting');
  }),
  listeningRow('3.1', 'D', 'picking up brings AgentOther_PhoneOffhook (pick up now)', async ({ gateway, listenTo }) => {
    await listenUntil(gateway, listenTo, 'AgentOther_PhoneOffhook');
  }),
  listeningRow('3.1', 'D', 'Busy comes before PhoneAlerting (cec_05_1441)', async ({ gateway, listenTo }) => {
    const seen = await listenUntil(gateway, listenTo, 'AgentOther_PhoneAlerting');
    expectTrue(seen.includes('AgentState_Busy'), `before it came ${seen.join(', ')}`);
  }),
  listeningRow('3.1', 'I', 'no AgentEvent_Ringing or AgentEvent_Talking comes', async ({ gateway, listenTo }) => {
    const seen = await listenUntil(gateway, listenTo, 'AgentOther_PhoneOffhook');
    expectTrue(!seen.includes('AgentEvent_Ringing') && !seen.includes('AgentEvent_Talking'), seen.join(', '));
  }),
  listeningRow('3', 'D', 'stop brings AgentOther_PhoneRelease and AgentState_Ready', async ({ gateway, listenTo }) => {
    await drain(gateway);
    await gateway.send('PUT', listen(listenTo));
    await pollFor(gateway, 'AgentOther_PhoneAlerting');
    expectRetcode(await gateway.send('DELETE', stop(listenTo)), '0');
    const seen = await pollFor(gateway, 'AgentState_Ready');
    expectTrue(seen.includes('AgentOther_PhoneRelease'), seen.join(', '));
  }),
  listeningRow('3.1', 'I', 'a second listen meanwhile gets 900-005', async ({ gateway, listenTo }) => {
    await drain(gateway);
    await gateway.send('PUT', listen(listenTo));
    const second = await gateway.send('PUT', listen(listenTo));
    await stopped(gateway, listenTo);
    expectRetcode(second, '900-005');
  }),
];
