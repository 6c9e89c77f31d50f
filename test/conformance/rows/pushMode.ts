import { expectRetcode, expectTrue, short } from '../expectations.ts';
import { receiver } from '../receiver.ts';
import { writingRow, type Row, type Trial } from '../row.ts';
import { signIn } from '../signIn.ts';

/** Where nobody listens: nothing needs to be delivered to try the mode itself. */
const nowhere = { callBackUri: 'https://127.0.0.1:9/', serviceToken: 'token' };

/** Signs in for push mode, tries this, and goes back to polling. */
const inPushMode =
  (check: (trial: Trial) => Promise<void>): Row['check'] =>
  async (trial) => {
    expectRetcode(await signIn(trial, { forced: true, more: nowhere }), '0');
    try {
      await check(trial);
    } finally {
      await signIn(trial, { forced: true });
    }
  };

/** Sections 1.1, 1.3 and 2.1: events that are pushed. */
export const pushMode: readonly Row[] = [
  writingRow(
    '1.1',
    'D',
    'callBackUri with serviceToken makes push mode: a poll gets 000-001',
    inPushMode(async ({ gateway }) => expectRetcode(await gateway.send('GET', 'agentevent/{id}'), '000-001')),
  ),
  writingRow('1.1', 'D', 'callBackUri alone leaves it in poll mode', async (trial) => {
    await signIn(trial, { forced: true, more: { callBackUri: nowhere.callBackUri } });
    const answer = await trial.gateway.send('GET', 'agentevent/{id}');
    await signIn(trial, { forced: true });
    expectRetcode(answer, '0');
  }),
  writingRow(
    '1.3',
    'D',
    'in push mode the handshake answers "0"',
    inPushMode(async ({ gateway }) => expectRetcode(await gateway.send('POST', 'onlineagent/{id}/handshake'), '0')),
  ),
  writingRow(
    '1.3',
    'D',
    'two minutes without a handshake sign the inspector out',
    inPushMode(async ({ gateway }) => {
      await gateway.wait(130_000);
      expectRetcode(await gateway.send('POST', 'onlineagent/{id}/handshake'), '100-006', '000-003');
    }),
  ),
  writingRow('2.1', 'D', 'pushed events come as workNo and eventList, oldest first, with the service token', async (trial) => {
    const { gateway } = trial;
    const here = await receiver(gateway.host);
    try {
      expectRetcode(await signIn(trial, { forced: true, more: { callBackUri: here.url, serviceToken: 'my-token' } }), '0');
      for (let waited = 0; waited < 20 && listed(here.posted).length < 2; waited += 1) await gateway.wait(500);
    } finally {
      here.close();
      await signIn(trial, { forced: true });
    }
    expectTrue(listed(here.posted).join() === 'AgentOther_InService,AgentState_Ready', `${short(here.posted)} came`);
    expectTrue(
      here.posted.every(({ token, body }) => token === 'my-token' && String((body as { workNo?: unknown }).workNo) === gateway.agentId),
      short(here.posted),
    );
  }),
];

function listed(posted: readonly { readonly body: unknown }[]): string[] {
  return posted.flatMap(({ body }) => (body as { eventList?: { eventType: string }[] }).eventList ?? []).map(({ eventType }) => eventType);
}
