import { expect, test } from 'vitest';
import { agentPassword, startSimulator } from '../../simulator/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { fastClock } from '../support/fastClock.ts';
import { Gateway } from './gateway.ts';
import type { Row, Second } from './row.ts';
import { rows } from './rows/index.ts';
import { tryRows } from './tryRows.ts';
import type { TriedRow } from './tryRows.ts';

const pace = 10;

test('there are at least two hundred and fifty rows, none twice', () => {
  expect(rows.length).toBeGreaterThanOrEqual(250);
  expect(new Set(rows.map(({ section, statement }) => `${section} ${statement}`)).size).toBe(rows.length);
});

test('every row holds at the simulator', { timeout: 500_000 }, async () => {
  const simulator = await startSimulator({ agents: 20, centre: 'still', clock: fastClock(pace) });
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setAgent('20002', { state: 'idle' });
  const [inspector] = simulator.inspectors;
  if (inspector === undefined) throw new Error('The simulator has no inspector');
  const gateway = new Gateway({ url: simulator.url, agentId: inspector.agentId, fingerprint: simulator.fingerprint, pace });
  const { password, phone } = inspector;
  simulator.setAgent('20003', { state: 'signedOut' });
  const second = secondAt(simulator);
  const tried = await tryRows(
    rows,
    { gateway, password, phone, listenTo: '20001', second, customer: '10086', write: true },
    () => undefined,
  );
  gateway.close();
  second.gateway.close();
  await simulator.close();
  expect(tried.filter(({ verdict }) => verdict.kind !== 'holds').map(({ row, verdict }) => ({ row: row.statement, ...verdict }))).toEqual(
    [],
  );
  expect(tried).toHaveLength(rows.length);
});

function secondAt(simulator: Simulator): Second {
  const gateway = new Gateway({ url: simulator.url, agentId: '20003', fingerprint: simulator.fingerprint, pace });
  return { gateway, password: agentPassword('20003'), phone: '70003' };
}

/** Tries these rows at a small simulator, with or without leave to write and a second agent. */
async function triedAt(simulator: Simulator, some: readonly Row[], write: boolean, second: Second | undefined): Promise<TriedRow[]> {
  const gateway = new Gateway({ url: simulator.url, agentId: '291', fingerprint: simulator.fingerprint, pace });
  const wish = { gateway, password: 'Inspect-291', phone: '40291', listenTo: '20001', second, customer: undefined, write };
  const tried = await tryRows(some, wish, () => undefined);
  gateway.close();
  second?.gateway.close();
  await simulator.close();
  return tried;
}

const small = { agents: 5, centre: 'still', clock: fastClock(pace) } as const;
const forcing = rows.filter(({ statement }) => statement.startsWith('forcebusy makes the agent busy'));

test('a row that does not hold is told, and why', { timeout: 60_000 }, async () => {
  const simulator = await startSimulator(small);
  simulator.setAgent('20003', { state: 'signedOut' });
  simulator.nextAnswer({ interface: 'forceBusy' }, { kind: 'retcode', retcode: '900-003' });
  const [tried] = await triedAt(simulator, forcing, true, secondAt(simulator));
  expect(tried?.verdict).toEqual({ kind: 'fails', why: 'retcode 900-003, not 0' });
});

test('without leave to write nothing is changed: the session alone comes and goes', { timeout: 60_000 }, async () => {
  const simulator = await startSimulator(small);
  const changing = rows.filter(({ kind }) => kind !== 'read');
  const tried = await triedAt(simulator, changing, false, secondAt(simulator));
  expect(new Set(tried.map(({ verdict }) => verdict.kind))).toEqual(new Set(['notTried']));
  expect(new Set(simulator.requests.map((request) => request.interface))).toEqual(new Set(['login', 'getAgentEvent', 'forceLogout']));
});

test('rows for two agents are not tried without the second, nor when he cannot be signed in', { timeout: 60_000 }, async () => {
  const [alone] = await triedAt(await startSimulator(small), forcing, true, undefined);
  expect(alone?.verdict).toEqual({ kind: 'notTried', why: 'no second test agent was named (--second)' });
  const simulator = await startSimulator(small);
  simulator.setAgent('20003', { state: 'idle' });
  const [refused] = await triedAt(simulator, forcing, true, secondAt(simulator));
  expect(refused?.verdict).toEqual({ kind: 'notTried', why: 'the second agent could not be signed in: 100-002' });
});
