import { expectRetcode, expectTrue, resultOf, short } from '../expectations.ts';
import type { Gateway } from '../gateway.ts';
import { pollFor } from '../polling.ts';
import { row, writingRow, type Row } from '../row.ts';

const path = (verb: string): string => `onlineagent/{id}/${verb}`;

async function ownState(gateway: Gateway): Promise<number> {
  return Number(resultOf(await gateway.send('GET', path('agentstatus')))['agentState']);
}

/** Sends a command, waits for its event, and looks at the state it leads to; idle again afterwards. */
function leads(verb: string, event: string, state: number, back: string): Row['check'] {
  return async ({ gateway }) => {
    expectRetcode(await gateway.send('POST', path(verb)), '0');
    await pollFor(gateway, event);
    const reached = await ownState(gateway);
    await gateway.send('POST', path(back));
    await pollFor(gateway, 'AgentState_Ready');
    expectTrue(reached === state, `the own state is ${String(reached)}`);
  };
}

/** Section 1.6. */
export const ownStates: readonly Row[] = [
  row('1.6', 'D', 'agentstatus answers agentState and isWorking', async ({ gateway }) => {
    const result = resultOf(await gateway.send('GET', path('agentstatus')));
    expectTrue(/^\d+$/.test(String(result['agentState'])), `agentState is ${short(result['agentState'])}`);
    expectTrue(result['isWorking'] === true || result['isWorking'] === false, `isWorking is ${short(result['isWorking'])}`);
  }),
  row('1.6', 'D', 'after a sign-in with status 4 the own state is 4, idle', async ({ gateway }) => {
    expectTrue((await ownState(gateway)) === 4, 'it is another');
  }),
  row('1.6', 'D', 'a reason outside 200–250 for busy is refused', async ({ gateway }) =>
    expectRetcode(await gateway.send('POST', path('saybusy?reason=199')), '000-002', '000-006', '100-009'),
  ),
  writingRow('1.6', 'D', 'saybusy leads to busy (3), with its event', leads('saybusy', 'AgentState_SetNotReady_Success', 3, 'sayfree')),
  writingRow('1.6', 'D', 'saybusy takes a reason 200–250', leads('saybusy?reason=200', 'AgentState_SetNotReady_Success', 3, 'sayfree')),
  writingRow('1.6', 'D', 'cancelbusy ends busy, with its event', async ({ gateway }) => {
    expectRetcode(await gateway.send('POST', path('saybusy')), '0');
    expectRetcode(await gateway.send('POST', path('cancelbusy')), '0');
    await pollFor(gateway, 'AgentState_CancelNotReady_Success');
    await gateway.send('POST', path('sayfree'));
    expectTrue((await ownState(gateway)) === 4, 'the own state is not idle');
  }),
  writingRow('1.6', 'D', 'work leads to wrap-up (5), with its event', leads('work', 'AgentState_SetWork_Success', 5, 'sayfree')),
  writingRow('1.6', 'D', 'cancelwork ends wrap-up, with its event', leads('work', 'AgentState_SetWork_Success', 5, 'cancelwork')),
  writingRow('2.2', 'D', 'becoming idle brings AgentState_Ready', async ({ gateway }) => {
    await gateway.send('POST', path('saybusy'));
    expectRetcode(await gateway.send('POST', path('sayfree')), '0');
    await pollFor(gateway, 'AgentState_Ready');
  }),
];
