import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../contract/settings.ts';
import { createBench, quickSimulator, signIn } from '../support/inspectorOnSimulator.ts';
import { startWebHost } from '../support/webHost.ts';

let dataFolder: string;
const log = (at = 0): string => path.join(dataFolder, 'logs', at === 0 ? 'earshot-web.log' : `earshot-web.${String(at)}.log`);
const day = 24 * 60 * 60 * 1_000;

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-logs-'));
  mkdirSync(path.dirname(log()));
});
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

const endsAtOnce = 'Windows ends a program at once: the news that it writes at its end is never written';

/** Earshot started and ended, as the administrator wishes its log. */
async function run(policy: Partial<Settings>): Promise<void> {
  const host = await startWebHost({ dataFolder, env: { EARSHOT_TEST_POLICY: JSON.stringify(policy) } });
  await host.stop();
}

const levels = (): ReadonlySet<unknown> =>
  new Set(
    readFileSync(log(), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => /"level":(\d+)/u.exec(line)?.[1]),
  );

test('logLevel: an Earshot that is to log warnings writes no news down, one that is to log everything does', async ({ skip }) => {
  skip(process.platform === 'win32', endsAtOnce);
  // A value that cannot be used is warned of.
  const wrong = { alertVolume: 400 };
  await run({ logLevel: 'warn', ...wrong });
  expect([...levels()]).toEqual(['40']);
  rmSync(log());
  await run({ logLevel: 'info', ...wrong });
  expect([...levels()]).toEqual(expect.arrayContaining(['30', '40']));
});

test('logSize: a file that has grown to it is followed by a new one, and no earlier', async ({ skip }) => {
  skip(process.platform === 'win32', endsAtOnce);
  const line = `${'x'.repeat(1_023)}\n`;
  writeFileSync(log(), line.repeat(6 * 1_024));
  await run({ logSize: 10 });
  expect(existsSync(log(1))).toBe(false);
  await run({ logSize: 1 });
  expect(existsSync(log(1))).toBe(true);
  expect(readFileSync(log(), 'utf8')).not.toContain('xxx');
});

test('logDays: no file goes for its age before a gateway bears the date out', async () => {
  writeFileSync(log(1), 'ten days ago\n');
  const then = (Date.now() - 10 * day) / 1_000;
  utimesSync(log(1), then, then);
  await run({ logDays: 9 });
  expect(existsSync(log(1))).toBe(true);
});

test('logDays: once one does, files that are older go, and none while the date is set to another one', async () => {
  const simulator = await quickSimulator();
  const bench = createBench({ administered: { policy: { logDays: 9 } } });
  expect(bench.logOldest()).toBeNull();
  await signIn(bench, simulator);
  await expect.poll(bench.logOldest).not.toBeNull();
  expect(Math.abs(bench.date() - 9 * day - (bench.logOldest() ?? 0))).toBeLessThan(day);
  bench.setDate(365 * day);
  expect(bench.logOldest()).toBeNull();
  await bench.inspector.close();
  await simulator.close();
});
