import { expectRetcode, expectTrue, retcodeOf, short } from '../expectations.ts';
import { awaitEvent, drain, pollFor } from '../polling.ts';
import { listeningRow, NotTried, row, writingRow, type Row } from '../row.ts';
import { signIn } from '../signIn.ts';

/** What an event bears that comes on the way through a whole listen. */
function listenRow(event: string, statement: string, fits: (content: unknown) => boolean): Row {
  return listeningRow('2.2', 'D', statement, async ({ gateway, listenTo }) => {
    await drain(gateway);
    expectRetcode(await gateway.send('PUT', `qualitycontrol/{id}/addsupervise/${listenTo}`), '0');
    try {
      const isLast = event === 'AgentOther_PhoneRelease' || event === 'AgentState_Ready';
      if (isLast) await pollFor(gateway, 'AgentOther_PhoneOffhook');
      if (isLast) await gateway.send('DELETE', `qualitycontrol/{id}/${listenTo}`);
      const { content } = await awaitEvent(gateway, event);
      expectTrue(fits(content), `it is ${short(content)}`);
    } finally {
      await gateway.send('DELETE', `qualitycontrol/{id}/${listenTo}`);
      await drain(gateway);
    }
  });
}

const isNull = (content: unknown): boolean => content === null;
const saying =
  (expected: RegExp) =>
  (content: unknown): boolean =>
    expected.test(JSON.stringify(content));

/** Section 2.2: what the events bear. */
export const eventContents: readonly Row[] = [
  row('2.1', 'D', 'the poll takes ?calldata=', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'agentevent/{id}?calldata='), '0'),
  ),
  writingRow('2.2', 'D', 'AgentState_Ready and AgentState_CancelNotReady_Success bear null', async ({ gateway }) => {
    await gateway.send('POST', 'onlineagent/{id}/saybusy');
    await gateway.send('POST', 'onlineagent/{id}/cancelbusy');
    const cancelled = await awaitEvent(gateway, 'AgentState_CancelNotReady_Success');
    await gateway.send('POST', 'onlineagent/{id}/saybusy');
    await gateway.send('POST', 'onlineagent/{id}/sayfree');
    const ready = await awaitEvent(gateway, 'AgentState_Ready');
    expectTrue(cancelled.content === null && ready.content === null, `${short(cancelled.content)} and ${short(ready.content)}`);
  }),
  writingRow('2.2', 'D', 'a sign-in with status 3 bears a reason of busy', async (trial) => {
    await signIn(trial, { forced: true, status: '3' });
    const { content } = await awaitEvent(trial.gateway, 'AgentState_SetNotReady_Success');
    await trial.gateway.send('POST', 'onlineagent/{id}/sayfree');
    expectTrue(/"reason":"?\d+"?/.test(JSON.stringify(content)), short(content));
  }),
  listenRow('AgentState_Busy', 'AgentState_Busy bears null', isNull),
  listenRow('AgentOther_PhoneAlerting', 'AgentOther_PhoneAlerting bears null', isNull),
  listenRow('AgentOther_PhoneOffhook', 'AgentOther_PhoneOffhook bears the phone’s type', saying(/"type":"(main|unknown|assistant)"/)),
  listenRow(
    'AgentOther_PhoneRelease',
    'after a stop AgentOther_PhoneRelease bears phoneState 3: the platform',
    saying(/"phoneState":"?3"?/),
  ),
  listeningRow('3.1', 'D', 'hanging up by oneself (phonehangup) bears phoneState 2; a stop afterwards finds nothing', async (trial) => {
    const { gateway, listenTo } = trial;
    await signIn(trial, { forced: true, more: { phonelinkage: 'true' } });
    await gateway.send('PUT', `qualitycontrol/{id}/addsupervise/${listenTo}`);
    await pollFor(gateway, 'AgentOther_PhoneOffhook');
    const code = retcodeOf(await gateway.send('POST', 'voicecall/{id}/phonehangup'));
    const released = code === '0' ? await awaitEvent(gateway, 'AgentOther_PhoneRelease') : undefined;
    const stop = await gateway.send('DELETE', `qualitycontrol/{id}/${listenTo}`);
    await signIn(trial, { forced: true });
    if (released === undefined) throw new NotTried(`this phone is not linked: ${code}`);
    expectTrue(/"phoneState":"?2"?/.test(JSON.stringify(released.content)), short(released.content));
    expectRetcode(stop, '900-003', '900-005');
  }),
  listeningRow('3.1', 'I', 'on a long-call line (releasephone false) no phone rings: Busy alone comes', async (trial) => {
    const { gateway, listenTo } = trial;
    await signIn(trial, { forced: true, more: { releasephone: 'false' } });
    await drain(gateway);
    await gateway.send('PUT', `qualitycontrol/{id}/addsupervise/${listenTo}`);
    const seen = await pollFor(gateway, 'AgentState_Busy');
    const after = await drain(gateway);
    await gateway.send('DELETE', `qualitycontrol/{id}/${listenTo}`);
    await signIn(trial, { forced: true });
    const rang = after.some(({ text }) => text.includes('AgentOther_PhoneAlerting')) || seen.includes('AgentOther_PhoneAlerting');
    expectTrue(!rang, 'AgentOther_PhoneAlerting came');
  }),
];
