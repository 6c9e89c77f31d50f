import { expect, test } from 'vitest';
import { agentPassword, startSimulator } from '../../simulator/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { expectRetcode } from './expectations.ts';
import { Gateway } from './gateway.ts';
import { row, type Row, type Second } from './row.ts';
import { rows } from './rows/index.ts';
import { standingClock, type StandingClock } from './standingClock.ts';
import { tryRows } from './tryRows.ts';
import type { TriedRow } from './tryRows.ts';

/** A simulator, with the time that all about it goes by. */
interface Site {
  readonly simulator: Simulator;
  readonly clock: StandingClock;
}

async function site(agents: number): Promise<Site> {
  const clock = standingClock();
  const simulator = await startSimulator({ agents, centre: 'still', clock: clock.gateway });
  clock.watch(simulator);
  return { simulator, clock };
}

function gatewayAt({ simulator, clock }: Site, agentId: string): Gateway {
  return new Gateway({ url: simulator.url, agentId, fingerprint: simulator.fingerprint, clock: clock.client });
}

function secondAt(at: Site): Second {
  return { gateway: gatewayAt(at, '20003'), password: agentPassword('20003'), phone: '70003' };
}

/** Tries these rows, with or without leave to write and a second agent. */
async function triedAt(at: Site, some: readonly Row[], write: boolean, second?: Second): Promise<TriedRow[]> {
  const gateway = gatewayAt(at, '291');
  const options = { gateway, password: 'Inspect-291', phone: '40291', listenTo: '20001', second, customer: '10086', write };
  const tried = await tryRows(some, options, () => undefined);
  gateway.close();
  second?.gateway.close();
  await at.simulator.close();
  at.clock.close();
  return tried;
}

const forcing = rows.filter(({ statement }) => statement.startsWith('forcebusy makes the agent busy'));

test('there are at least two hundred and fifty rows, none twice', () => {
  expect(rows.length).toBeGreaterThanOrEqual(250);
  expect(new Set(rows.map(({ section, statement }) => `${section} ${statement}`)).size).toBe(rows.length);
});

test('every row holds at the simulator', { timeout: 500_000 }, async () => {
  const at = await site(20);
  at.simulator.setAgent('20001', { state: 'talking' });
  at.simulator.setAgent('20002', { state: 'idle' });
  at.simulator.setAgent('20003', { state: 'signedOut' });
  const tried = await triedAt(at, rows, true, secondAt(at));
  const others = tried.flatMap(({ row: { statement }, verdict }) => (verdict.kind === 'holds' ? [] : [`${statement}: ${verdict.why}`]));
  expect(others, others.join('\n')).toEqual([]);
  expect(tried).toHaveLength(rows.length);
});

test('a row that does not hold is told, and why', { timeout: 60_000 }, async () => {
  const at = await site(5);
  at.simulator.setAgent('20003', { state: 'signedOut' });
  at.simulator.nextAnswer({ interface: 'forceBusy' }, { kind: 'retcode', retcode: '900-003' });
  const [tried] = await triedAt(at, forcing, true, secondAt(at));
  expect(tried?.verdict).toEqual({ kind: 'fails', why: 'retcode 900-003, not 0' });
});

test('a row finds the session alive, however long the rows before it took without a poll', { timeout: 60_000 }, async () => {
  const slow = ['one', 'the other'].map((which) =>
    row('1.1', 'D', which, async ({ gateway }) => {
      await gateway.wait(70_000);
      expectRetcode(await gateway.send('GET', 'onlineagent/{id}/agentstatus'), '0');
    }),
  );
  const tried = await triedAt(await site(5), slow, false);
  expect(tried.map(({ verdict }) => verdict)).toEqual([{ kind: 'holds' }, { kind: 'holds' }]);
});

test('without leave to write nothing is changed: the session alone comes and goes', { timeout: 60_000 }, async () => {
  const at = await site(5);
  const changing = rows.filter(({ kind }) => kind !== 'read');
  const tried = await triedAt(at, changing, false, secondAt(at));
  expect(new Set(tried.map(({ verdict }) => verdict.kind))).toEqual(new Set(['notTried']));
  const asked = at.simulator.requests.map((request) => request.interface);
  expect(new Set(asked)).toEqual(new Set(['login', 'getAgentEvent', 'forceLogout']));
});

test('rows for two agents are not tried without the second, nor when the second cannot be signed in', { timeout: 60_000 }, async () => {
  const [alone] = await triedAt(await site(5), forcing, true);
  expect(alone?.verdict).toEqual({ kind: 'notTried', why: 'no second test agent was named (--second)' });
  const at = await site(5);
  at.simulator.setAgent('20003', { state: 'idle' });
  const [refused] = await triedAt(at, forcing, true, secondAt(at));
  expect(refused?.verdict).toEqual({ kind: 'notTried', why: 'the second agent could not be signed in: 100-002' });
});
