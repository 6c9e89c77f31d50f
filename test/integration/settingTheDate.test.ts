import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkTrail } from '../../main/audit/check.ts';
import { accept, createBench, quickSimulator, signIn, watchRoster } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

test.each([-hour, hour, -year, year])('a date that is set by %d ms during a listen is nowhere seen but in the date', async (by) => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-date-'));
  const simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking', name: 'Li Wei' });
  const bench = createBench({ dataFolder });
  const connections = new Set<string>();
  const ages: number[] = [];
  await signIn(bench, simulator);
  bench.inspector.onState(({ session, now }) => {
    if (session.kind !== 'signedIn') return;
    connections.add(session.connection.kind);
    ages.push(now - session.connection.lastContact);
  });
  const roster = watchRoster(bench);
  await expect.poll(() => roster.rows().size).toBeGreaterThan(0);
  const before = bench.now();
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('listening');
  const heardFrom = bench.now();
  await timePasses(150);
  const since = roster.rows().get('20001')?.since;
  bench.setDate(by);
  // Several polls and looks go by.
  const looked = roster.messages.length;
  simulator.setAgent('20002', { state: 'talking' });
  await expect.poll(() => roster.rows().get('20002')?.state).toBe('talking');
  simulator.setAgent('20002', { state: 'idle' });
  await expect.poll(() => roster.rows().get('20002')?.state).toBe('idle');
  expect(roster.messages.length).toBeGreaterThan(looked);
  expect(roster.rows().get('20001')).toMatchObject({ state: 'talking', since });
  expect(roster.rows().get('20002')).toMatchObject({ sinceIs: 'seen' });
  const heardUntil = bench.now();
  accept(await bench.inspector.command('stopListening', {}));
  const { heardFor } = await bench.listen('ended');
  const over = bench.now();
  expect(heardFor).toBeGreaterThanOrEqual(heardUntil - heardFrom);
  expect(heardFor).toBeLessThanOrEqual(over - before);
  await bench.inspector.close();
  const folder = path.join(dataFolder, 'audit');
  const { entries, findings } = checkTrail(
    readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })),
  );
  expect(findings).toEqual([]);
  expect(entries).toMatchObject([{ kind: 'listenStarted' }, { kind: 'listenEnded', heardFor }]);
  const [started = NaN, ended = NaN] = entries.map(({ time }) => Date.parse(time));
  expect(ended - started).toBeGreaterThanOrEqual(heardFor ?? NaN);
  expect(ended - started).toBeLessThanOrEqual(over - before);
  expect([...connections]).toEqual(['live']);
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ages)).toBeLessThan(15_000);
  roster.stop();
  await simulator.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a session that is left behind is taken up though the date was set since', async () => {
  const simulator = await quickSimulator();
  const first = createBench();
  await signIn(first, simulator);
  await expect.poll(() => JSON.stringify(first.disk.content['savedSession'])).toContain('lastPoll');
  const again = createBench({ disk: structuredClone(first.disk.content) });
  again.setDate(-hour);
  again.inspector.start();
  await again.session('signedIn');
  await again.inspector.close();
  await simulator.close();
});
