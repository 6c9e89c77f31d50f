import { eventOf, expectRetcode, expectTrue, resultOf, short } from '../expectations.ts';
import { drain, pollFor } from '../polling.ts';
import { row, writingRow, type Row } from '../row.ts';
import { signIn } from '../signIn.ts';

const path = (verb: string): string => `onlineagent/{id}/${verb}`;

const refusedAs =
  (method: string, verb: string, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send(method, path(verb)), ...codes);

/** Sections 1.2 to 1.6, beyond signing in and out and being busy. */
export const ownSettings: readonly Row[] = [
  row('1.6', 'D', 'a rest of no seconds is refused', refusedAs('POST', 'rest/0/0', '000-002', '000-006', '100-009')),
  row('1.6', 'D', 'a rest of more than 86399 seconds is refused', refusedAs('POST', 'rest/86400/0', '000-002', '000-006', '100-009')),
  row('1.6', 'D', 'a rest for a cause above 255 is refused', refusedAs('POST', 'rest/60/256', '000-002', '000-006', '100-009')),
  row('1.4', 'D', 'resetskill takes true or false: anything else gets 000-002', refusedAs('POST', 'resetskill/perhaps', '000-002')),
  row(
    '1.6',
    'D',
    'autoanswer takes true or false: anything else is refused',
    refusedAs('POST', 'autoanswer/perhaps', '000-002', '000-006'),
  ),
  row('1.5', 'D', 'a forced sign-out with a reason above 255 gets 100-005', refusedAs('DELETE', 'forcelogoutwithreason/256', '100-005')),
  row('1.3', 'I', 'a handshake in poll mode gets 000-001', refusedAs('POST', 'handshake', '000-001')),
  writingRow('1.6', 'D', 'rest leads to rest (8), cancelrest to idle, each with its event', async ({ gateway }) => {
    expectRetcode(await gateway.send('POST', path('rest/600/1')), '0');
    await pollFor(gateway, 'AgentState_SetRest_Success');
    const { agentState } = resultOf(await gateway.send('GET', path('agentstatus')));
    expectRetcode(await gateway.send('POST', path('cancelrest')), '0');
    const seen = await pollFor(gateway, 'AgentState_Ready');
    expectTrue(String(agentState) === '8', `the own state is ${short(agentState)}`);
    expectTrue(seen.includes('AgentState_CancelRest_Success'), seen.join(', '));
  }),
  writingRow('2.2', 'D', 'AgentState_Rest_Timeout is a reminder only: the rest goes on', async ({ gateway }) => {
    await gateway.send('POST', path('rest/2/1'));
    await pollFor(gateway, 'AgentState_Rest_Timeout');
    const { agentState } = resultOf(await gateway.send('GET', path('agentstatus')));
    await gateway.send('POST', path('cancelrest'));
    await pollFor(gateway, 'AgentState_Ready');
    expectTrue(String(agentState) === '8', `the own state is ${short(agentState)}`);
  }),
  writingRow('1.6', 'D', 'busy again needs reason and prolong', async ({ gateway }) => {
    await gateway.send('POST', path('saybusy?reason=200'));
    const bare = await gateway.send('POST', path('saybusy'));
    const prolonged = await gateway.send('POST', path('saybusy?reason=202&prolong=true'));
    await gateway.send('POST', path('sayfree'));
    await pollFor(gateway, 'AgentState_Ready');
    expectRetcode(bare, '100-009');
    expectRetcode(prolonged, '0');
  }),
  writingRow('1.6', 'D', 'autoanswer and autoenteridle answer "0"', async ({ gateway }) => {
    expectRetcode(await gateway.send('POST', path('autoanswer/true')), '0');
    expectRetcode(await gateway.send('POST', path('autoenteridle/true')), '0');
  }),
  writingRow('1.2', 'D', 'updateGuid answers a new Guid in result.guid, which holds', async ({ gateway }) => {
    const before = gateway.guid;
    const { guid } = resultOf(await gateway.send('PUT', path('updateGuid')));
    expectTrue(typeof guid === 'string' && guid !== before, `guid is ${short(guid)}`);
    gateway.guid = String(guid);
    expectRetcode(await gateway.send('GET', path('agentstatus')), '0');
  }),
  writingRow('1.2', 'D', 'syncagentinfo clears the event queue', async ({ gateway }) => {
    await drain(gateway);
    await gateway.send('POST', path('saybusy'));
    await gateway.send('POST', path('sayfree'));
    expectRetcode(await gateway.send('POST', path('syncagentinfo')), '0');
    const event = eventOf(await gateway.send('GET', 'agentevent/{id}'));
    expectTrue(event === undefined, `${String(event?.type)} came`);
  }),
  writingRow('1.4', 'D', 'resetskill of all skills answers "0"', async (trial) => {
    const answer = await trial.gateway.send('POST', path('resetskill/true?phonelinkage=0'));
    // In a new session the skills are not reset: no customer is to be routed to the inspector.
    await signIn(trial, { forced: true });
    expectRetcode(answer, '0');
  }),
];
