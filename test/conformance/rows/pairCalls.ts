import { expectRetcode, expectTrue, listOf, resultOf, retcodeOf, short } from '../expectations.ts';
import { ringing, second as signedInAgain, settled, signInSecond, stateOf, talking, talkingToCustomer } from '../pair.ts';
import { awaitEvent, pollFor } from '../polling.ts';
import { customerRow, pairRow, type PairTrial, type Row } from '../row.ts';

const voice = (rest: string): string => `voicecall/{id}/${rest}`;
const ringFields = ['caller', 'called', 'callid', 'type'];

/** The two talk; then this is tried with the second agent's call. */
const inCall =
  (check: (trial: PairTrial, callId: string) => Promise<void>) =>
  async (trial: PairTrial): Promise<void> => {
    await settled(trial);
    await check(trial, await talking(trial));
  };

/** Section 4: a call between the two agents, seen from both ends. */
export const pairCalls: readonly Row[] = [
  pairRow('2.2', 'D', 'a call rings as AgentEvent_Ringing with caller, called, callid and type', async (trial) => {
    await settled(trial);
    const { content } = await ringing(trial);
    const missing = ringFields.find((field) => typeof content[field] !== 'string');
    expectTrue(missing === undefined, `${missing ?? ''} is missing in ${short(content)}`);
  }),
  pairRow('2.2', 'D', 'the caller is told that the other’s phone rings: AgentEvent_Customer_Alerting', async (trial) => {
    await settled(trial);
    await ringing(trial);
    await pollFor(trial.gateway, 'AgentEvent_Customer_Alerting');
  }),
  pairRow('2.2', 'D', 'a ringing call makes its agent occupied: AgentState_Busy, status 7', async (trial) => {
    await settled(trial);
    await ringing(trial);
    const state = await stateOf(trial.second.gateway);
    expectTrue(state.includes('7'), `their state is ${state}`);
  }),
  pairRow('4', 'D', 'answer sets the talk up: AgentEvent_Talking with callid', async (trial) => {
    await settled(trial);
    const { callId } = await ringing(trial);
    expectRetcode(await trial.second.gateway.send('PUT', voice('answer')), '0');
    const { content } = await awaitEvent(trial.second.gateway, 'AgentEvent_Talking');
    expectTrue(short(content).includes(callId) || JSON.stringify(content).includes(callId), short(content));
    await pollFor(trial.gateway, 'AgentEvent_Talking');
  }),
  pairRow('4', 'I', 'answer of another call’s ID gets 200-002', async (trial) => {
    await settled(trial);
    await ringing(trial);
    expectRetcode(await trial.second.gateway.send('PUT', voice('answer?callid=1-1')), '200-002');
  }),
  pairRow(
    '4',
    'D',
    'release ends the call for both: Call_Release and Customer_Release',
    inCall(async ({ gateway, second }) => {
      expectRetcode(await second.gateway.send('DELETE', voice('release')), '0');
      await pollFor(second.gateway, 'AgentEvent_Call_Release');
      await pollFor(gateway, 'AgentEvent_Customer_Release');
    }),
  ),
  pairRow(
    '2.2',
    'D',
    'the content of AgentEvent_Call_Release is the call ID as text',
    inCall(async ({ second }, callId) => {
      await second.gateway.send('DELETE', voice('release'));
      const { content } = await awaitEvent(second.gateway, 'AgentEvent_Call_Release');
      expectTrue(content === callId, short(content));
    }),
  ),
  pairRow(
    '1.1',
    'D',
    'with autoenteridle an ended call leads to idle: AgentState_Ready',
    inCall(async ({ second }) => {
      await second.gateway.send('DELETE', voice('release'));
      await pollFor(second.gateway, 'AgentState_Ready');
    }),
  ),
  pairRow('1.1', 'D', 'without autoenteridle it leads to wrap-up: AgentState_Work', async (trial) => {
    await signedInAgain(trial, { autoenteridle: 'false' });
    await settled(trial);
    await talking(trial);
    await trial.second.gateway.send('DELETE', voice('release'));
    await pollFor(trial.second.gateway, 'AgentState_Work');
    await signedInAgain(trial, {});
  }),
  pairRow(
    '4',
    'D',
    'dropcall ends one call by its ID',
    inCall(async ({ second }, callId) => {
      expectRetcode(await second.gateway.send('POST', voice('dropcall/1-1')), '200-025', '200-026');
      expectRetcode(await second.gateway.send('POST', voice(`dropcall/${callId}`)), '0');
      await pollFor(second.gateway, 'AgentEvent_Call_Release');
    }),
  ),
  pairRow(
    '4',
    'C',
    'hold brings AgentEvent_Hold; a second hold is refused; gethold takes it back',
    inCall(async ({ second }, callId) => {
      expectRetcode(await second.gateway.send('POST', voice('hold')), '0');
      await pollFor(second.gateway, 'AgentEvent_Hold');
      expectRetcode(await second.gateway.send('POST', voice('hold')), '200-013', '200-014', '200-005');
      expectRetcode(await second.gateway.send('POST', voice(`gethold?callid=${callId}`)), '0');
      expectRetcode(await second.gateway.send('POST', voice('gethold')), '200-006', '200-015', '200-016');
    }),
  ),
  pairRow(
    '4',
    'C',
    'holdlist has the held call',
    inCall(async ({ second }, callId) => {
      await second.gateway.send('POST', voice('hold'));
      const list = await second.gateway.send('GET', 'calldata/{id}/holdlist');
      await second.gateway.send('POST', voice(`gethold?callid=${callId}`));
      expectTrue(list.text.includes(callId), list.text.slice(0, 80));
    }),
  ),
  pairRow(
    '4',
    'C',
    'beginmute and endmute answer "0", each but once',
    inCall(async ({ second }) => {
      expectRetcode(await second.gateway.send('POST', voice('beginmute')), '0');
      expectRetcode(await second.gateway.send('POST', voice('beginmute')), '200-003', '200-004');
      expectRetcode(await second.gateway.send('POST', voice('endmute')), '0');
      expectRetcode(await second.gateway.send('POST', voice('endmute')), '200-007', '200-008');
    }),
  ),
  pairRow(
    '4',
    'D',
    'callinfo tells of the call, by its ID as well; allcallid lists it',
    inCall(async ({ second }, callId) => {
      expectTrue((await second.gateway.send('GET', 'calldata/{id}/callinfo')).text.includes(callId), 'callinfo has it not');
      const info = resultOf(await second.gateway.send('GET', `calldata/{id}/callinfobycallid/${callId}`));
      expectTrue(String(info['callid']) === callId, short(info));
      expectTrue((await second.gateway.send('GET', 'calldata/{id}/allcallid')).text.includes(callId), 'allcallid has it not');
    }),
  ),
  pairRow('4', 'C', 'callinfobeforeanswer tells of a ringing call', async (trial) => {
    await settled(trial);
    const { callId } = await ringing(trial);
    const { text } = await trial.second.gateway.send('GET', 'calldata/{id}/callinfobeforeanswer');
    expectTrue(text.includes(callId), text.slice(0, 80));
  }),
  pairRow(
    '3.2',
    'D',
    'agentbyworkno has the call in callids, status 7 and ctiStatus 5',
    inCall(async ({ gateway, second }, callId) => {
      const item = resultOf(await gateway.send('GET', `agentgroup/{id}/agentbyworkno/${second.gateway.agentId}`));
      expectTrue(String(item['status']) === '7' && String(item['ctiStatus']) === '5', short(item));
      expectTrue(JSON.stringify(item['callids']).includes(callId), `callids is ${short(item['callids'])}`);
    }),
  ),
  pairRow(
    '1.6',
    'D',
    'isWorking is true while the agent talks (cec_07_1222)',
    inCall(async ({ second }) => {
      const { isWorking } = resultOf(await second.gateway.send('GET', 'onlineagent/{id}/agentstatus'));
      expectTrue(isWorking === true, `it is ${short(isWorking)}`);
    }),
  ),
  pairRow(
    '1.5',
    'D',
    'nobody is signed out while talking: logout is refused',
    inCall(async (trial) => {
      const code = retcodeOf(await trial.second.gateway.send('DELETE', 'onlineagent/{id}/logout'));
      if (code === '0') await signInSecond(trial.second);
      expectTrue(code !== '0', 'it is accepted');
    }),
  ),
  pairRow(
    '1.5',
    'D',
    'a forced sign-out releases the call too',
    inCall(async (trial) => {
      await trial.second.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
      await pollFor(trial.gateway, 'AgentEvent_Customer_Release');
      expectRetcode(await signInSecond(trial.second), '0');
    }),
  ),
  pairRow(
    '3.1',
    'I',
    'who has a call can listen to nobody: 900-005',
    inCall(async ({ gateway, second }) => {
      expectRetcode(await gateway.send('PUT', `qualitycontrol/{id}/addsupervise/${second.gateway.agentId}`), '900-005');
    }),
  ),
  pairRow('6', 'D', 'a call to a colleague who is not idle fails', async (trial) => {
    await settled(trial);
    await trial.second.gateway.send('POST', 'onlineagent/{id}/saybusy');
    await pollFor(trial.second.gateway, 'AgentState_SetNotReady_Success');
    const body = JSON.stringify({ called: trial.second.gateway.agentId });
    const answer = await trial.gateway.send('PUT', voice('callinner'), { body });
    if (retcodeOf(answer) === '0') await pollFor(trial.gateway, 'AgentEvent_Inside_Call_Fail');
  }),
  pairRow('4', 'D', 'with phone linkage the phone is picked up and hung up by software', async (trial) => {
    await signedInAgain(trial, { phonelinkage: 'true' });
    await settled(trial);
    await ringing(trial);
    expectRetcode(await trial.second.gateway.send('POST', voice('phonepickup')), '0');
    await pollFor(trial.second.gateway, 'AgentOther_PhoneOffhook');
    expectRetcode(await trial.second.gateway.send('POST', voice('phonehangup')), '0');
    const { content } = await awaitEvent(trial.second.gateway, 'AgentOther_PhoneRelease');
    await signedInAgain(trial, {});
    expectTrue(/"phoneState":"?2"?/.test(JSON.stringify(content)), short(content));
  }),
  customerRow('4', 'C', 'callout rings at the other: Customer_Alerting, then Talking', async (trial) => {
    await settled(trial);
    const body = JSON.stringify({ called: trial.customer });
    expectRetcode(await trial.second.gateway.send('PUT', voice('callout'), { body }), '0');
    const seen = await pollFor(trial.second.gateway, 'AgentEvent_Talking');
    await trial.second.gateway.send('DELETE', voice('release'));
    expectTrue(seen.includes('AgentEvent_Customer_Alerting'), seen.join(', '));
  }),
  customerRow('4', 'D', 'disconnect ends the call with a number, and no other', async (trial) => {
    await settled(trial);
    await talkingToCustomer(trial, trial.customer);
    expectRetcode(await trial.second.gateway.send('POST', voice('disconnect/999999999')), '200-024');
    expectRetcode(await trial.second.gateway.send('POST', voice(`disconnect/${trial.customer}`)), '0');
    await pollFor(trial.second.gateway, 'AgentEvent_Call_Release');
  }),
  pairRow('1.6', 'D', 'settalkright takes 1 and 0 (cec_07_1223)', async (trial) => {
    await settled(trial);
    for (const flag of ['0', '1']) {
      expectRetcode(await trial.second.gateway.send('POST', `onlineagent/{id}/settalkright?flag=${flag}`), '0');
    }
    expectRetcode(await trial.second.gateway.send('POST', 'onlineagent/{id}/settalkright?flag=2'), '000-002', '100-007');
  }),
  pairRow('3.2', 'D', 'agentbylist answers a list, without who answers no inbound calls', async (trial) => {
    await settled(trial);
    const { second } = trial;
    const isListed = async (): Promise<boolean> =>
      listOf(await second.gateway.send('GET', 'agentgroup/{id}/agentbylist')).some(
        ({ workno }) => String(workno) === second.gateway.agentId,
      );
    expectTrue(await isListed(), 'the agent is not in it');
    await second.gateway.send('POST', 'onlineagent/{id}/settalkright?flag=0');
    const without = await second.gateway.send('GET', 'agentgroup/{id}/agentbylist');
    await second.gateway.send('POST', 'onlineagent/{id}/settalkright?flag=1');
    expectTrue(retcodeOf(without) !== '0' || !without.text.includes(`"${second.gateway.agentId}"`), 'the agent is in it still');
  }),
];
