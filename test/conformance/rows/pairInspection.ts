import { eventOf, expectRetcode, expectTrue, retcodeOf, short } from '../expectations.ts';
import { inspecting, settled, signInSecond, talkingToCustomer } from '../pair.ts';
import { awaitEvent, drain, pollFor } from '../polling.ts';
import { customerRow, pairRow, type PairTrial, type Row } from '../row.ts';

const path = (rest: string): string => `qualitycontrol/{id}/${rest}`;
type Way = (workNo: string) => readonly [method: string, path: string];
const listen: Way = (workNo) => ['PUT', path(`addsupervise/${workNo}`)];
const insert: Way = (workNo) => ['PUT', path(`addinsert/${workNo}`)];
const whisper: Way = (workNo) => ['POST', path(`requestwhisperagent?whisperagentid=${workNo}`)];
const stop: Way = (workNo) => ['DELETE', path(workNo)];
const stopWhisper: Way = (workNo) => ['POST', path(`requeststopwhisperagent?whisperagentid=${workNo}`)];
const switchTo =
  (mode: string): Way =>
  (workNo) => ['POST', path(`requestswitchinsertwhisperagent?whisperagentid=${workNo}&switchtype=${mode}`)];

/** Inspects the second agent, does this, and ends: the contents of AgentOther_BeQcStart so far, and of BeQcStop. */
async function inspected(trial: PairTrial, begin: Way, end: Way, act?: () => Promise<void>): Promise<{ start: unknown; stop: unknown }> {
  const { gateway, second } = trial;
  await settled(trial);
  try {
    await inspecting(trial, ...begin(second.gateway.agentId));
    const start = await awaitEvent(second.gateway, 'AgentOther_BeQcStart');
    await act?.();
    expectRetcode(await gateway.send(...end(second.gateway.agentId)), '0');
    const { content } = await awaitEvent(second.gateway, 'AgentOther_BeQcStop');
    return { start: start.content, stop: content };
  } finally {
    await gateway.send(...stop(second.gateway.agentId));
    await gateway.send(...stopWhisper(second.gateway.agentId));
  }
}

/** The content is of this type, and names the inspector. */
function expectQc(content: unknown, types: readonly string[], { gateway }: PairTrial): void {
  const { qcType, qcAgentId } = content as Record<string, unknown>;
  expectTrue(types.includes(String(qcType)), `qcType is ${short(qcType)}`);
  expectTrue(String(qcAgentId) === gateway.agentId, `qcAgentId is ${short(qcAgentId)}`);
}

/** Section 2.2 and 3: what the inspected agent is told, and what becomes of their call. */
export const pairInspection: readonly Row[] = [
  pairRow('2.2', 'D', 'a listen tells the inspected agent BeQcStart with type 8 and the inspector’s number', async (trial) => {
    expectQc((await inspected(trial, listen, stop)).start, ['8'], trial);
  }),
  pairRow('2.2', 'D', 'its end tells the agent BeQcStop with the same fields', async (trial) => {
    expectQc((await inspected(trial, listen, stop)).stop, ['8'], trial);
  }),
  pairRow('2.2', 'D', 'an insert is type 9', async (trial) => {
    expectQc((await inspected(trial, insert, stop)).start, ['9'], trial);
  }),
  pairRow('2.2', 'D', 'a whisper is type 20172 or 20173', async (trial) => {
    expectQc((await inspected(trial, whisper, stopWhisper)).start, ['20172', '20173'], trial);
  }),
  pairRow('3', 'D', 'a switch to inserting tells the agent BeQcStart anew', async (trial) => {
    await inspected(trial, listen, stop, async () => {
      expectRetcode(await trial.gateway.send(...switchTo('1')(trial.second.gateway.agentId)), '0');
      expectQc((await awaitEvent(trial.second.gateway, 'AgentOther_BeQcStart')).content, ['9'], trial);
    });
  }),
  pairRow('4', 'D', 'no phone of the inspected agent rings', async (trial) => {
    const { second } = trial;
    await inspected(trial, listen, stop, async () => {
      const came = (await drain(second.gateway)).map((answer) => eventOf(answer)?.type ?? '');
      expectTrue(!came.some((type) => /Phone|Ringing/.test(type)), came.join(', '));
    });
  }),
  pairRow('3.1', 'I', 'when the agent signs out the listen ends: PhoneRelease and Ready', async (trial) => {
    const { gateway, second } = trial;
    await settled(trial);
    await inspecting(trial, ...listen(second.gateway.agentId));
    await second.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
    const seen = await pollFor(gateway, 'AgentState_Ready');
    expectRetcode(await signInSecond(second), '0');
    expectTrue(seen.includes('AgentOther_PhoneRelease'), seen.join(', '));
  }),
  pairRow('3', 'I', 'intercept is refused while the agent has no call: 900-001 to -003 or -005', async (trial) => {
    const { gateway, second } = trial;
    await inspected(trial, listen, stop, async () => {
      const answer = await gateway.send('PUT', path(`intercept/${second.gateway.agentId}`));
      expectRetcode(answer, '900-001', '900-002', '900-003', '900-005');
    });
  }),
  customerRow('3', 'D', 'intercept gives the inspector the call: AgentEvent_Talking and AgentMediaEvent_Record', async (trial) => {
    const { gateway, second, customer } = trial;
    await settled(trial);
    await talkingToCustomer(trial, customer);
    await inspecting(trial, ...listen(second.gateway.agentId));
    expectRetcode(await gateway.send('PUT', path(`intercept/${second.gateway.agentId}`)), '0');
    const seen = await pollFor(gateway, 'AgentMediaEvent_Record');
    await gateway.send('DELETE', 'voicecall/{id}/release');
    expectTrue(seen.includes('AgentEvent_Talking'), seen.join(', '));
  }),
  customerRow('3', 'D', 'intercept takes the call away from the agent, by its call ID as well', async (trial) => {
    const { gateway, second, customer } = trial;
    await settled(trial);
    const callId = await talkingToCustomer(trial, customer);
    await inspecting(trial, ...listen(second.gateway.agentId));
    const other = await gateway.send('PUT', path(`intercept/${second.gateway.agentId}/1-1`));
    expectRetcode(await gateway.send('PUT', path(`intercept/${second.gateway.agentId}/${callId}`)), '0');
    await pollFor(second.gateway, 'AgentEvent_Call_Release');
    await gateway.send('DELETE', 'voicecall/{id}/release');
    expectTrue(retcodeOf(other) !== '0', 'another call’s ID is accepted');
  }),
  customerRow('3.1', 'I', 'when the listened call ends the listen ends: PhoneRelease and Ready', async (trial) => {
    const { gateway, second, customer } = trial;
    await settled(trial);
    await talkingToCustomer(trial, customer);
    await inspecting(trial, ...listen(second.gateway.agentId));
    expectRetcode(await second.gateway.send('DELETE', 'voicecall/{id}/release'), '0');
    const seen = await pollFor(gateway, 'AgentState_Ready');
    expectTrue(seen.includes('AgentOther_PhoneRelease'), seen.join(', '));
  }),
];
