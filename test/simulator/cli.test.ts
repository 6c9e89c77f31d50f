import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../simulator/cliArguments.ts';
import { bundled } from '../support/bundled/bundled.ts';
import { PlainClient } from './plainClient.ts';
import { quickSimulator } from './signedIn.ts';

const cli = bundled('simulator');

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
  await expect.poll(output).toMatch(/fingerprint .*\n/);
  expect(output()).toMatch(
    /^CC-Gateway simulator at https:\/\/127\.0\.0\.1:\d+\ninspector 291 password Inspect-291 phone 40291\nfingerprint ([\dA-F]{2}:){31}[\dA-F]{2}\n$/,
  );
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a taken port is one sentence and exit status 2', async () => {
  const simulator = await quickSimulator();
  const { child, output } = run('--agents', '5', '--port', String(simulator.port));
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(output()).toBe(`Port ${String(simulator.port)} on 127.0.0.1 is taken by another program; choose another one with --port.\n`);
});

test.each([
  [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
  [['--agents', 'many'], '--agents must be a number from 0 to 100000, not "many".'],
  [['--authmode', '3'], '--authmode must be 1 or 2, not "3".'],
  [['--phone', 'x'], '--phone must be picks-up, never, declines, long-call, busy or unplugged, not "x".'],
  [['--pick-up-after=-1'], '--pick-up-after must be a number from 0 to 3600, not "-1".'],
  [['--time', '25:00'], '--time must be a time from 00:00 to 23:59, not "25:00".'],
  [['--changes-per-second', 'lots'], '--changes-per-second must be a number from 0 to 10000, not "lots".'],
  [['--changes-per-second', '0'], '--changes-per-second must be above 0.'],
  [['--control', '70000'], '--control must be a number from 0 to 65535, not "70000".'],
  [['--faults', 'lots'], '--faults must be a number from 0 to 65535, not "lots".'],
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['stray'], "Unexpected argument 'stray'. This command does not take positional arguments"],
])('%j is refused in one sentence', (args, sentence) => {
  expect(readArguments(args)).toEqual({ kind: 'wrong', sentence });
});

test('the arguments say what the phone does', () => {
  const reading = readArguments(['--phone', 'declines', '--pick-up-after', '1.5', '--authmode', '1']);
  expect(reading).toMatchObject({ arguments: { phone: { kind: 'declines', afterMs: 1_500 }, authMode: 1, port: 0 } });
});

test('the arguments say at what time the day begins, and how fast it passes', () => {
  expect(readArguments([])).toMatchObject({ arguments: { timeOfDay: '13:00', changesPerSecond: undefined } });
  const reading = readArguments(['--time', '09:30', '--changes-per-second', '0.5']);
  expect(reading).toMatchObject({ arguments: { timeOfDay: '09:30', changesPerSecond: 0.5 } });
});

test.each([
  [[], undefined, undefined],
  [['--control'], 0, undefined],
  [['--control', '--quiet'], 0, undefined],
  [['--control', '8080'], 8_080, undefined],
  [['--control=8080', '--faults', '9090'], 8_080, 9_090],
  [['--faults'], 0, 0],
])('%j asks for these ports', (args, control, faults) => {
  expect(readArguments(args)).toMatchObject({ kind: 'arguments', arguments: { control, faults } });
});

test('every option is in the help', async () => {
  const { child, output } = run('--help');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const options = 'port agents authmode phone pick-up-after seed time changes-per-second control faults scenario json quiet verbose help';
  for (const option of options.split(' ')) expect(output()).toContain(`--${option} `);
  for (const line of output().split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

test('control port and fault proxy are started and named after the gateway', async () => {
  const { output } = run('--agents', '5', '--control', '--faults', '--quiet');
  await expect.poll(output).toMatch(/control at .*\n/);
  const [, , , faults, control] = output().split('\n');
  expect(faults).toMatch(/^with faults at https:\/\/127\.0\.0\.1:\d+$/);
  const url = /^control at (http:\/\/127\.0\.0\.1:\d+)$/.exec(control ?? '')?.[1] ?? '';
  const state: unknown = await (await fetch(`${url}/state`)).json();
  expect(state).toMatchObject({ agents: 7, faults: { url: faults?.slice('with faults at '.length) } });
});

test('--json: one object a line, of the start and of each request', async () => {
  const { child, output } = run('--agents', '5', '--json');
  await expect.poll(output).toContain('"fingerprint"');
  const objects = (): unknown[] =>
    output()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  expect(objects()).toMatchObject([{ kind: 'gateway' }, { kind: 'inspector', agentId: '291' }, { kind: 'fingerprint' }]);
  const [gateway] = objects() as { port: number }[];
  const outgoing = request({
    host: '127.0.0.1',
    port: gateway?.port,
    path: '/agentgateway/resource/x',
    rejectUnauthorized: false,
    agent: false,
  });
  outgoing.end();
  await once(outgoing, 'response');
  await expect.poll(() => objects().at(-1)).toMatchObject({ kind: 'request', method: 'GET', answer: { httpStatus: 200 } });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a large centre tells how it comes along, and not with --quiet', async () => {
  const loud = run('--agents', '5000');
  await expect.poll(loud.output).toMatch(/fingerprint .*\n/);
  expect(loud.output()).toMatch(/making a centre of 5,000 agents …\n/);
  expect(loud.output()).toMatch(/made it in \d+\.\d s\n/);
  const quiet = run('--agents', '5000', '--quiet');
  await expect.poll(quiet.output).toMatch(/fingerprint .*\n/);
  expect(quiet.output()).toMatch(/^CC-Gateway simulator at /);
});

test('taken ports of control and proxy are named by their option, and nothing stays behind', async () => {
  const simulator = await quickSimulator();
  const taken = String(simulator.port);
  for (const option of ['--control', '--faults']) {
    const { child, output } = run('--agents', '5', option, taken, '--json');
    expect(await once(child, 'exit')).toEqual([2, null]);
    const sentence = `Port ${taken} on 127.0.0.1 is taken by another program; choose another one with ${option}.`;
    expect(JSON.parse(output())).toEqual({ kind: 'failure', sentence });
  }
});

test('a scenario that cannot be run is one sentence and exit status 2', async () => {
  const { child, output } = run('--agents', '5', '--scenario', 'no-such-scenario');
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(output()).toMatch(/^The scenario no-such-scenario cannot be run: .+\n$/);
  const faulty = run('--agents', '5', '--scenario', 'slow-link');
  expect(await once(faulty.child, 'exit')).toEqual([2, null]);
  expect(faulty.output()).toBe('The scenario slow-link cannot be run: it needs a fault proxy: start the simulator with --faults\n');
});

test('a scenario’s file that is wrong is told by file, line and field, everything at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-scenario-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'day.yaml');
  writeFileSync(file, 'about: A day\nsteps:\n  - at: soon\n    do: [{ setPhone: { agent: 291, kind: sleeps } }]\n');
  const { child, output } = run('--agents', '5', '--scenario', file);
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(output()).toContain(`${file}:3:5 steps[0].at: must be a duration such as 500ms, 2s, 1.5m or 1h, at most 24h, not "soon"\n`);
  expect(output()).toContain(`${file}:4:36 steps[0].do[0].setPhone.kind: must be one of picksUp, neverAnswers,`);
  expect(output()).not.toContain('CC-Gateway simulator at');
});

test('a scenario that runs is named, and plays', async () => {
  const { output } = run('--agents', '5', '--scenario', 'made-busy', '--control', '--quiet');
  await expect.poll(output).toMatch(/scenario made-busy\n/);
  const url = /control at (\S+)\n/.exec(output())?.[1] ?? '';
  await expect.poll(async () => JSON.stringify(await (await fetch(`${url}/agents?search=20001`)).json())).toContain('"name":"Li Wei"');
});

test('each request is a line with its documented log method name; polls without an event only with --verbose', async () => {
  for (const options of [[], ['--verbose'], ['--quiet']]) {
    const { child, output } = run('--agents', '5', ...options);
    await expect.poll(output).toMatch(/fingerprint .*\n/);
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(output())?.[1]);
    const client = new PlainClient({ port }, '291');
    await client.signIn({ password: 'Inspect-291', phone: '40291' });
    await client.events(2);
    const gone = new AbortController();
    const poll = client.send('GET', 'agentevent/{id}', undefined, gone.signal).catch(() => undefined);
    await client.call('GET', 'onlineagent/{id}/agentstatus');
    gone.abort();
    await poll;
    await client.call('PUT', 'qualitycontrol/{id}/addsupervise/20001');
    const names = (): string[] => [...output().matchAll(/^\d\d:\d\d:\d\d\.\d{3} (\w+) /gm)].map(([, name]) => name ?? '');
    const said = ['login', 'getAgentEvent', 'getAgentEvent', 'addSupervise', 'getAgentStatus'];
    const expected = options[0] === '--quiet' ? [] : options[0] === '--verbose' ? [...said, 'getAgentEvent'] : said;
    await expect.poll(() => names().sort()).toEqual(expected.sort());
    child.kill('SIGTERM');
    await once(child, 'exit');
    // No secret in any of them.
    expect(output().replace(/^inspector .*$/m, '')).not.toMatch(/Inspect-291|40291/);
  }
});
