import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../simulator/cliArguments.ts';
import { quickSimulator } from './signedIn.ts';

const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url));

interface Run {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: () => string;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, output: () => output };
}

test.each(['SIGINT', 'SIGTERM'] as const)('it says where it is and whom to sign in, and ends cleanly on %s', async (signal) => {
  const { child, output } = run('--agents', '5', '--quiet');
  await expect.poll(output, { timeout: 10_000 }).toMatch(/fingerprint .*\n/);
  expect(output()).toMatch(
    /^CC-Gateway simulator at https:\/\/127\.0\.0\.1:\d+\ninspector 291 password Inspect-291 phone 40291\nfingerprint ([\dA-F]{2}:){31}[\dA-F]{2}\n$/,
  );
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a taken port is one sentence and exit status 2', async () => {
  const simulator = await quickSimulator();
  const { child, output } = run('--port', String(simulator.port));
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(output()).toBe(`Port ${String(simulator.port)} on 127.0.0.1 is taken by another program; choose another one with --port.\n`);
});

test.each([
  [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
  [['--agents', 'many'], '--agents must be a number from 0 to 100000, not "many".'],
  [['--authmode', '3'], '--authmode must be 1 or 2, not "3".'],
  [['--phone', 'x'], '--phone must be picks-up, never, declines, long-call or busy, not "x".'],
  [['--pick-up-after=-1'], '--pick-up-after must be a number from 0 to 3600, not "-1".'],
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['stray'], "Unexpected argument 'stray'. This command does not take positional arguments"],
])('%j is refused in one sentence', (args, sentence) => {
  expect(readArguments(args)).toEqual({ kind: 'wrong', sentence });
});

test('the arguments say what the phone does', () => {
  const reading = readArguments(['--phone', 'declines', '--pick-up-after', '1.5', '--authmode', '1']);
  expect(reading).toMatchObject({ arguments: { phone: { kind: 'declines', afterMs: 1_500 }, authMode: 1, port: 0 } });
});
