import { expectRetcode, expectTrue, listOf, retcodeOf, short } from '../expectations.ts';
import type { Gateway } from '../gateway.ts';
import { settled, signInSecond, talkingToCustomer } from '../pair.ts';
import { awaitEvent, drain, pollFor } from '../polling.ts';
import { customerRow, NotTried, pairRow, row, type PairTrial, type Row } from '../row.ts';

const voice = (rest: string): string => `voicecall/{id}/${rest}`;

const posted = (gateway: Gateway, verb: string, body: object) => gateway.send('POST', voice(verb), { body: JSON.stringify(body) });

const without =
  (verb: string, body: object, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await posted(gateway, verb, body), ...codes);

/** The second agent, in a talk with a customer, asks the inspector for help: the ID of that talk's call. */
async function helping(trial: PairTrial & { customer: string }): Promise<string> {
  const { gateway, second, customer } = trial;
  await settled(trial);
  const callId = await talkingToCustomer(trial, customer);
  expectRetcode(await posted(second.gateway, 'innerhelp', { dstaddress: gateway.agentId, devicetype: 2, mode: 1 }), '0');
  await pollFor(gateway, 'AgentEvent_Talking');
  return callId;
}

async function over({ gateway, second }: PairTrial): Promise<void> {
  for (const each of [second.gateway, gateway]) await each.send('DELETE', voice('release'));
}

/** Section 2.2, 3 and the codes 200-010 to -018 of section 6: help, three-party talks, transfer, text chats. */
export const pairHelp: readonly Row[] = [
  row('6', 'D', 'innerhelp without a call gets 200-018', without('innerhelp', { dstaddress: '101' }, '200-018')),
  row('6', 'D', 'confjoin without a call gets 200-010 or 200-011', without('confjoin', { callid: '1-1' }, '200-010', '200-011')),
  row('6', 'D', 'transfer without a call gets 200-012', without('transfer', { devicetype: 5, address: '10086', mode: 1 }, '200-012')),
  row('6', 'D', 'canceltransfer without a call gets 200-012', without('canceltransfer', {}, '200-012')),
  row('6', 'D', 'connecthold without a call gets 200-013 or 200-014', without('connecthold/1-1', {}, '200-013', '200-014')),
  customerRow('2.2', 'D', 'innerhelp holds the customer (AgentEvent_Hold) and brings AgentEvent_Talking with the helper', async (trial) => {
    const { second } = trial;
    await helping(trial);
    const seen = await pollFor(second.gateway, 'AgentEvent_Talking');
    await over(trial);
    expectTrue(seen.includes('AgentEvent_Hold'), seen.join(', '));
  }),
  customerRow('2.2', 'D', 'confjoin brings AgentEvent_Conference', async (trial) => {
    const { second } = trial;
    const callid = await helping(trial);
    expectRetcode(await posted(second.gateway, 'confjoin', { callid }), '0');
    await pollFor(second.gateway, 'AgentEvent_Conference');
    await over(trial);
  }),
  customerRow('2.2', 'D', 'a transfer once it is answered tells AgentEvent_SuccTransResult with result 0', async (trial) => {
    const { gateway, second, customer } = trial;
    await settled(trial);
    await talkingToCustomer(trial, customer);
    expectRetcode(await posted(second.gateway, 'transfer', { devicetype: 2, address: gateway.agentId, mode: 2 }), '0');
    const { content } = await awaitEvent(second.gateway, 'AgentEvent_SuccTransResult');
    await over(trial);
    expectTrue(/"result":"?0"?/.test(JSON.stringify(content)), short(content));
  }),
  pairRow('3.2', 'C', 'allagentstatus has who is signed out too, with status 2', async (trial) => {
    const { gateway, second } = trial;
    await second.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
    const items = listOf(await gateway.send('GET', 'agentgroup/{id}/allagentstatus'));
    expectRetcode(await signInSecond(second), '0');
    const status = items.find(({ workno }) => String(workno) === second.gateway.agentId)?.['status'];
    expectTrue(String(status) === '2', `their status is ${short(status)}`);
  }),
  pairRow('3', 'C', 'a text chat (mediaType=1) is inspected without any phone', async (trial) => {
    const { gateway, second } = trial;
    await settled(trial);
    const code = retcodeOf(await gateway.send('PUT', `qualitycontrol/{id}/addsupervise/${second.gateway.agentId}?mediaType=1`));
    if (code !== '0') throw new NotTried(`no text chat can be inspected here: ${code}`);
    const came = await drain(gateway);
    const stop = await gateway.send('DELETE', `qualitycontrol/{id}/${second.gateway.agentId}?mediaType=1`);
    expectRetcode(stop, '0');
    expectTrue(
      came.every(({ text }) => !text.includes('AgentOther_Phone')),
      came.map(({ text }) => text.slice(0, 60)).join(),
    );
  }),
];
