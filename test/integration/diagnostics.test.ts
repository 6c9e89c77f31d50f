import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepResults } from '../../contract/diagnostics.ts';
import type { Simulator } from '../../simulator/index.ts';
import { startConnectProxy } from '../support/connectProxy.ts';
import { accept, createBench, quickSimulator, signIn, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let dataFolder: string;
const benches: Bench[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-diagnostics-'));
  simulator = await quickSimulator();
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.inspector.close();
  await simulator.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function start(options: BenchOptions = {}): Bench {
  const bench = createBench({ dataFolder, patience: 60_000, ...options });
  benches.push(bench);
  return bench;
}

async function run(bench: Bench, gatewayAddress: string | null): Promise<StepResults> {
  accept(await bench.inspector.command('runDiagnostics', { gatewayAddress }));
  const { diagnostics } = await bench.until('diagnostics are done', ({ diagnostics: { run: now } }) => now.kind === 'done');
  if (diagnostics.run.kind !== 'done') throw new Error('It is not done.');
  return diagnostics.run.steps;
}

const kinds = (steps: StepResults): Record<string, string> =>
  Object.fromEntries(Object.entries(steps).map(([name, { kind }]) => [name, kind]));

describe('with a gateway that is trusted', () => {
  test('everything passes, and the session does not notice', async () => {
    const bench = start();
    await signIn(bench, simulator);
    const before = simulator.requests.length;
    const steps = await run(bench, null);
    expect(kinds(steps)).toEqual({
      ...{ address: 'passed', proxy: 'passed', tls: 'passed', signIn: 'passed', clock: 'passed', alerts: 'passed', storage: 'passed' },
    });
    expect(steps.clock).toMatchObject({ note: { kind: 'clock', ahead: 0 } });
    expect(steps.storage).toMatchObject({ note: { kind: 'stored', secretsKept: true } });
    expect(bench.inspector.state().session.kind).toBe('signedIn');
    // One request, and neither a Guid nor an agent in it.
    const asked = simulator.requests.slice(before).filter(({ path: at }) => at.includes('onlineagent/0/'));
    expect(asked).toHaveLength(1);
    // Nothing of the storage step is left behind.
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('storage-test'))).toEqual([]);
  });

  test('a clock that is an hour ahead fails, and says by how much', async () => {
    const bench = start();
    await signIn(bench, simulator);
    bench.setDate(3_600_000);
    const { clock } = await run(bench, null);
    expect(clock).toMatchObject({ kind: 'failed', fault: { kind: 'clock' } });
    if (clock.kind === 'failed' && clock.fault.kind === 'clock') expect(Math.round(clock.fault.ahead / 60_000)).toBe(60);
  });
});

describe('what does not work', () => {
  test.each([
    ['', { kind: 'noAddress' }],
    ['http://gw.example', { kind: 'notAnAddress' }],
  ])('an address like %j is said, and what rests on it is left out', async (address, fault) => {
    const steps = await run(start(), address);
    expect(steps.address).toMatchObject({ kind: 'failed', fault });
    expect(steps.tls).toEqual({ kind: 'notTried', why: 'stepBefore', before: 'address' });
    expect(steps.storage.kind).toBe('passed');
  });

  test('a name that nobody knows', async () => {
    const steps = await run(start(), 'gateway.invalid');
    expect(steps.address).toMatchObject({ kind: 'failed', fault: { problem: { code: 'host-not-found' } } });
  });

  test('a certificate that nobody trusts, before a byte of a request', async () => {
    const steps = await run(start(), `127.0.0.1:${String(simulator.port)}`);
    expect(steps.tls).toMatchObject({ kind: 'failed', fault: { problem: { code: 'certificate-not-trusted' } } });
    expect(steps.signIn).toEqual({ kind: 'notTried', why: 'stepBefore', before: 'tls' });
    expect(simulator.requests).toHaveLength(0);
  });

  test('a port where nothing answers', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const steps = await run(start(), `127.0.0.1:${String(port)}`);
    expect(steps.tls).toMatchObject({ kind: 'failed', fault: { problem: { code: 'connection-refused' } } });
  });

  test('a proxy that is not there', async () => {
    const administered = { machine: { proxy: 'http://127.0.0.1:9', proxyDirect: ['<-loopback>'] } };
    const steps = await run(start({ administered }), `127.0.0.1:${String(simulator.port)}`);
    expect(steps.address).toMatchObject({ kind: 'passed', note: { kind: 'addressByProxy' } });
    expect(steps.proxy).toMatchObject({ kind: 'failed', fault: { problem: { code: 'proxy-unreachable' } } });
    expect(steps.tls).toEqual({ kind: 'notTried', why: 'stepBefore', before: 'proxy' });
  });

  test('a folder that takes no files', async () => {
    const steps = await run(start({ dataFolder: path.join(dataFolder, 'not', 'there') }), '');
    expect(steps.storage).toMatchObject({ kind: 'failed', fault: { kind: 'notStored', code: 'ENOENT' } });
  });
});

test('through a proxy all of it passes', async () => {
  const proxy = await startConnectProxy();
  const administered = { machine: { proxy: proxy.url, proxyDirect: ['<-loopback>'] } };
  const bench = start({ administered });
  await signIn(bench, simulator);
  const steps = await run(bench, null);
  expect(steps.proxy).toMatchObject({ kind: 'passed', note: { kind: 'throughProxy' } });
  expect(steps.signIn.kind).toBe('passed');
  await proxy.close();
});

test('stopped, it says of the rest that it was not tried', async () => {
  const bench = start({ timings: { testStays: 5_000 } });
  accept(await bench.inspector.command('runDiagnostics', { gatewayAddress: '' }));
  await bench.until(
    'the alerts are tried',
    ({ diagnostics: { run: now } }) => now.kind === 'running' && now.steps.alerts.kind === 'running',
  );
  accept(await bench.inspector.command('stopDiagnostics', {}));
  const { diagnostics } = await bench.until('it is over', ({ diagnostics: { run: now } }) => now.kind === 'done');
  expect(diagnostics.run).toMatchObject({
    steps: { alerts: { kind: 'notTried', why: 'stopped' }, storage: { kind: 'notTried', why: 'stopped' } },
  });
});

test('the file for support tells settings by their origin, and neither agent ID, password nor phone number', async () => {
  const bench = start({ administered: { machine: { pollGap: 300 } }, disk: { settings: { rosterInterval: 5 } } });
  await signIn(bench, simulator);
  accept(await bench.inspector.command('saveSupportFile', {}));
  const [file] = bench.saved;
  const content = JSON.parse(file?.text ?? '') as { settings: unknown; log: unknown[]; session: unknown };
  expect(content.settings).toMatchObject({
    pollGap: { value: 300, source: 'machine' },
    rosterInterval: { value: 5, source: 'user' },
    proxy: { value: 'system', source: 'default' },
  });
  expect(content.session).toMatchObject({ kind: 'signedIn' });
  const account = simulator.inspectors[0];
  for (const secret of [account?.password, account?.phone]) expect(file?.text).not.toContain(secret);
});
