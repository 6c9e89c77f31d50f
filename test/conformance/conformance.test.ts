import { expect, test } from 'vitest';
import { startSimulator } from '../../simulator/index.ts';
import { fastClock } from '../support/fastClock.ts';
import { Gateway } from './gateway.ts';
import { rows } from './rows/index.ts';
import { tryRows } from './tryRows.ts';

const pace = 10;

test('there are at least a hundred and fifty rows, none twice', () => {
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rows.map(({ section, statement }) => `${section} ${statement}`)).size).toBe(rows.length);
});

test('every row holds at the simulator', { timeout: 120_000 }, async () => {
  const simulator = await startSimulator({ agents: 20, centre: 'still', clock: fastClock(pace) });
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setAgent('20002', { state: 'idle' });
  const [inspector] = simulator.inspectors;
  if (inspector === undefined) throw new Error('The simulator has no inspector');
  const gateway = new Gateway({ url: simulator.url, agentId: inspector.agentId, fingerprint: simulator.fingerprint, pace });
  const { password, phone } = inspector;
  const tried = await tryRows(rows, { gateway, password, phone, listenTo: '20001', write: true }, () => undefined);
  gateway.close();
  await simulator.close();
  expect(tried.filter(({ verdict }) => verdict.kind !== 'holds').map(({ row, verdict }) => ({ row: row.statement, ...verdict }))).toEqual(
    [],
  );
  expect(tried).toHaveLength(rows.length);
});
