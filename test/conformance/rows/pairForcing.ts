import { expectRetcode, expectTrue, listOf, retcodeOf, short } from '../expectations.ts';
import { settled, signInSecond, stateOf, talking } from '../pair.ts';
import { awaitEvent, drain, pollFor } from '../polling.ts';
import { NotTried, pairRow, type PairTrial, type Row } from '../row.ts';
import { signIn } from '../signIn.ts';

const path = (rest: string): string => `qualitycontrol/{id}/${rest}`;

/** Forces the second agent, after which they are in this state. */
async function forced({ gateway, second }: PairTrial, what: string, event: string, state: string): Promise<unknown> {
  const [verb = '', ...parameters] = what.split('/');
  expectRetcode(await gateway.send('POST', path([verb, second.gateway.agentId, ...parameters].join('/'))), '0');
  const { content } = await awaitEvent(second.gateway, event);
  const reached = await stateOf(second.gateway);
  expectTrue(reached.includes(state), `their state is ${reached}`);
  return content;
}

async function skillsOf({ gateway, second }: PairTrial): Promise<unknown[]> {
  const skills = listOf(await gateway.send('GET', `onlineagent/{id}/agentskillsbyworkno/${second.gateway.agentId}`));
  if (skills.length === 0) throw new NotTried('the second agent has no skill');
  return skills.map(({ id }) => id);
}

const lists = (items: readonly Readonly<Record<string, unknown>>[], agentId: string): boolean =>
  items.some(({ workno }) => String(workno) === agentId);

const notifies = (content: unknown, subtype: string, agentId: string): boolean =>
  short(content).includes(`"subtype":"QC_AgentState_${subtype}"`) && JSON.stringify(content).includes(`"monitoredagent":"${agentId}"`);

/** Sections 2.2 and 3: what an inspector does to an agent, and what that agent is told. */
export const pairForcing: readonly Row[] = [
  pairRow('3', 'D', 'forcebusy makes the agent busy (3), for reason 3', async (trial) => {
    await settled(trial);
    const content = await forced(trial, 'forcebusy', 'AgentState_SetNotReady_Success', '3');
    expectTrue(/"reason":"?3"?/.test(JSON.stringify(content)), short(content));
  }),
  pairRow('3', 'D', 'forceidle makes the agent idle (4)', async (trial) => {
    await settled(trial);
    await trial.second.gateway.send('POST', 'onlineagent/{id}/saybusy');
    await pollFor(trial.second.gateway, 'AgentState_SetNotReady_Success');
    await forced(trial, 'forceidle', 'AgentState_Ready', '4');
  }),
  pairRow('3', 'D', 'forcerest sends the agent to rest (8)', async (trial) => {
    await settled(trial);
    await forced(trial, 'forcerest/600/1', 'AgentState_SetRest_Success', '8');
    await trial.second.gateway.send('POST', 'onlineagent/{id}/cancelrest');
  }),
  pairRow('3', 'D', 'forcelogout signs the agent out: they get 100-006 or 000-003, and no list has them', async (trial) => {
    await settled(trial);
    const { gateway, second } = trial;
    const answer = await gateway.send('POST', path(`forcelogout/${second.gateway.agentId}`));
    const after = await second.gateway.send('GET', 'onlineagent/{id}/agentstatus');
    const items = listOf(await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn'));
    expectRetcode(await signInSecond(second), '0');
    expectRetcode(answer, '0');
    expectRetcode(after, '100-006', '000-003');
    expectTrue(!lists(items, second.gateway.agentId), 'onlineagentonvdn has them');
  }),
  pairRow('2.2', 'D', 'AgentOther_ShutdownService, when it comes, bears loginTime and is the end', async (trial) => {
    await settled(trial);
    const { gateway, second } = trial;
    const held = second.gateway.send('GET', 'agentevent/{id}');
    await gateway.wait(500);
    await gateway.send('POST', path(`forcelogout/${second.gateway.agentId}`));
    const last = await held;
    expectRetcode(await signInSecond(second), '0');
    if (retcodeOf(last) !== '0') throw new NotTried('it did not come');
    expectTrue(/"eventType":"AgentOther_ShutdownService".*"loginTime":"?\d{13}/.test(last.text), last.text.slice(0, 120));
  }),
  pairRow('3', 'D', 'forcedropcall ends the agent’s call', async (trial) => {
    await settled(trial);
    const callId = await talking(trial);
    expectRetcode(await trial.gateway.send('POST', path(`forcedropcall/${callId}`)), '0');
    await pollFor(trial.second.gateway, 'AgentEvent_Call_Release');
  }),
  pairRow('3', 'I', 'nobody is forced busy or idle out of a call', async (trial) => {
    await settled(trial);
    await talking(trial);
    for (const verb of ['forcebusy', 'forceidle']) {
      expectRetcode(await trial.gateway.send('POST', path(`${verb}/${trial.second.gateway.agentId}`)), '900-003', '900-005');
    }
  }),
  pairRow('3', 'D', 'adjustskill to the skills the agent has answers "0"', async (trial) => {
    await settled(trial);
    const body = JSON.stringify({ workNo: trial.second.gateway.agentId, skills: await skillsOf(trial) });
    expectRetcode(await trial.gateway.send('POST', path('adjustskill'), { body }), '0');
  }),
  pairRow('3', 'D', 'adjustskill to a skill that does not exist is refused', async (trial) => {
    await settled(trial);
    const body = JSON.stringify({ workNo: trial.second.gateway.agentId, skills: [999_997] });
    expectRetcode(await trial.gateway.send('POST', path('adjustskill'), { body }), '100-001', '900-001', '900-003');
  }),
  pairRow('3.2', 'C', 'agentbyskill lists the agent under a skill of theirs', async (trial) => {
    await settled(trial);
    const [skill] = await skillsOf(trial);
    const items = listOf(await trial.gateway.send('GET', `agentgroup/{id}/agentbyskill/${String(skill)}`));
    expectTrue(lists(items, trial.second.gateway.agentId), 'it does not');
  }),
  pairRow('3.2', 'C', 'onlineagentonvdn tells the agent’s state while it changes', async (trial) => {
    await settled(trial);
    const statusOf = async (): Promise<string> => {
      const items = listOf(await trial.gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn'));
      return String(items.find(({ workno }) => String(workno) === trial.second.gateway.agentId)?.['status']);
    };
    const idle = await statusOf();
    await trial.second.gateway.send('POST', 'onlineagent/{id}/saybusy');
    await pollFor(trial.second.gateway, 'AgentState_SetNotReady_Success');
    const busy = await statusOf();
    expectTrue(idle === '4' && busy === '3', `${idle}, then ${busy}`);
  }),
  pairRow('3', 'C', 'allagent lists the agent', async (trial) => {
    await settled(trial);
    expectTrue(lists(listOf(await trial.gateway.send('GET', path('allagent'))), trial.second.gateway.agentId), 'it does not');
  }),
  pairRow('3', 'C', 'after beginmonitor the agent’s states come as QC_AgentState_Notify', async (trial) => {
    await settled(trial);
    const { gateway, second } = trial;
    expectRetcode(await gateway.send('POST', path(`beginmonitor?agents=${second.gateway.agentId}`)), '0');
    await second.gateway.send('POST', 'onlineagent/{id}/saybusy');
    const { content } = await awaitEvent(gateway, 'QC_AgentState_Notify');
    await gateway.send('POST', path(`endmonitor?agents=${second.gateway.agentId}`));
    expectTrue(notifies(content, 'Busy', second.gateway.agentId), short(content));
  }),
  pairRow('3', 'C', 'after endmonitor they come no more', async (trial) => {
    const { gateway, second } = trial;
    await gateway.send('POST', path(`beginmonitor?agents=${second.gateway.agentId}`));
    expectRetcode(await gateway.send('POST', path(`endmonitor?agents=${second.gateway.agentId}`)), '0');
    await settled(trial);
    await second.gateway.send('POST', 'onlineagent/{id}/saybusy');
    const came = await drain(gateway);
    expectTrue(
      came.every(({ text }) => !text.includes('QC_AgentState_Notify')),
      'they come',
    );
  }),
  pairRow('2.2', 'D', 'with listenStatus the agent’s signing out and in comes as QC_AgentState_Notify', async (trial) => {
    const { gateway, second } = trial;
    await signIn(trial, { forced: true, more: { listenStatus: 'true' } });
    await second.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
    const out = await awaitEvent(gateway, 'QC_AgentState_Notify');
    expectRetcode(await signInSecond(second), '0');
    const back = await awaitEvent(gateway, 'QC_AgentState_Notify');
    await signIn(trial, { forced: true });
    expectTrue(notifies(out.content, 'Logout', second.gateway.agentId), short(out.content));
    expectTrue(notifies(back.content, 'Login', second.gateway.agentId), short(back.content));
    const fields = Object.keys(back.content as object);
    expectTrue(fields.includes('agentname') && fields.includes('mediaserver'), fields.join(', '));
  }),
];
