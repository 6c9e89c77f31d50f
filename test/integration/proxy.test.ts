import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { startConnectProxy, type ConnectProxy } from '../support/connectProxy.ts';
import { accept, createBench, quickSimulator, signIn, signInOf, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';
import { makeCertificates } from '../trust/support/certificates.ts';

let simulator: Simulator;
let proxy: ConnectProxy;
let benches: Bench[] = [];

beforeEach(async () => {
  simulator = await quickSimulator();
  proxy = await startConnectProxy();
});

afterEach(async () => {
  for (const bench of benches) await bench.inspector.close();
  benches = [];
  await proxy.close();
  await simulator.close();
});

/** Loopback is direct unless said otherwise, and here all of it is on loopback. */
function benchWith(policy: Record<string, unknown>, more: BenchOptions = {}): Bench {
  const bench = createBench({ ...more, administered: { policy: { proxyDirect: ['<-loopback>'], ...policy } } });
  benches.push(bench);
  return bench;
}

const gateway = () => `127.0.0.1:${String(simulator.port)}`;

async function refusalOf(bench: Bench): Promise<string | undefined> {
  accept(await bench.inspector.command('signIn', signInOf(simulator)));
  const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
  return session.kind === 'signedOut' ? session.problem?.code : undefined;
}

describe('a proxy', () => {
  test('carries the session: every connection is a tunnel to the gateway', async () => {
    const bench = benchWith({ proxy: proxy.url });
    await signIn(bench, simulator);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(new Set(proxy.asked)).toEqual(new Set([gateway()]));
  });

  test('sees neither the Guid nor the password: what it carries is TLS', async () => {
    const bench = benchWith({ proxy: proxy.url });
    await signIn(bench, simulator);
    await expect.poll(() => simulator.requests.filter(({ interface: name }) => name === 'getAgentEvent').length).toBeGreaterThan(1);
    const carried = proxy.carried().toString('latin1');
    expect(carried.length).toBeGreaterThan(500);
    for (const secret of ['Inspect-291', 'AgentGateway0', 'agentgateway/resource']) expect(carried).not.toContain(secret);
  });

  test('does not change who is trusted: an unknown certificate is shown before anything is sent', async () => {
    const bench = benchWith({ proxy: proxy.url });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    expect(question).toMatchObject({ kind: 'unknown', certificate: { fingerprint: simulator.fingerprint } });
    expect(proxy.asked).toHaveLength(1);
    expect(simulator.requests).toHaveLength(0);
  });

  test('that leads to another gateway than the pinned one is a hard stop', async () => {
    const bench = benchWith({ proxy: proxy.url });
    await signIn(bench, simulator);
    const pinned = simulator.fingerprint;
    const { port } = simulator;
    accept(await bench.inspector.command('signOut', {}));
    await simulator.close();
    simulator = await quickSimulator({ port, certificate: {} });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    expect((await bench.session('certificate')).question).toMatchObject({ kind: 'changed', trusted: [{ fingerprint: pinned }] });
    expect(simulator.requests).toHaveLength(0);
  });

  test.each([
    [407, 'proxy-sign-in'],
    [403, 'proxy-refused'],
    [404, 'proxy-refused'],
    [500, 'proxy-no-gateway'],
    [502, 'proxy-no-gateway'],
    [503, 'proxy-no-gateway'],
    [504, 'proxy-no-gateway'],
  ])('that answers %i is said in words: %s', async (status, code) => {
    proxy.refuse(status);
    expect(await refusalOf(benchWith({ proxy: proxy.url }))).toBe(code);
    expect(simulator.requests).toHaveLength(0);
  });

  test.each([
    ['201', 'HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n'],
    ['204', 'HTTP/1.0 204 No Content\r\n\r\n'],
    ['299', 'HTTP/1.1 299 Yes\r\n\r\n'],
    ['lines without CR', 'HTTP/1.1 200 Connection established\nProxy-agent: old\n\n'],
  ])('that opens the tunnel with %s carries the session', async (_what, head) => {
    proxy.welcome(head);
    await signIn(benchWith({ proxy: proxy.url }), simulator);
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  test('that is no HTTP proxy is said in words', async () => {
    proxy.welcome('\x05\xff');
    expect(await refusalOf(benchWith({ proxy: proxy.url }))).toBe('proxy-not-supported');
  });

  test('that is not there is said in words', async () => {
    const { url } = proxy;
    await proxy.close();
    expect(await refusalOf(benchWith({ proxy: url }))).toBe('proxy-unreachable');
    proxy = await startConnectProxy();
  });

  test('over HTTPS is judged by the authorities that count for gateways', async () => {
    const { leaf, root } = await makeCertificates();
    const secure = await startConnectProxy({ cert: leaf.chain, key: leaf.key });
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-proxy-'));
    const file = path.join(folder, 'authorities.pem');
    writeFileSync(file, root.cert);
    expect(await refusalOf(benchWith({ proxy: secure.url }))).toBe('proxy-certificate');
    expect(secure.asked).toHaveLength(0);
    await signIn(benchWith({ proxy: secure.url, certificateAuthorityFile: file }), simulator);
    expect(new Set(secure.asked)).toEqual(new Set([gateway()]));
    for (const bench of benches.splice(0)) await bench.inspector.close();
    await secure.close();
    rmSync(folder, { recursive: true });
  });

  test('is not used for a host that the settings name as direct', async () => {
    const bench = benchWith({ proxy: proxy.url, proxyDirect: ['<-loopback>', '127.0.0.1'] });
    await signIn(bench, simulator);
    expect(proxy.asked).toHaveLength(0);
  });
});

describe('the system’s proxy', () => {
  const from = (answer: () => string): BenchOptions => ({ systemProxy: () => Promise.resolve(answer()) });

  test('is used by default', async () => {
    const bench = benchWith(
      {},
      from(() => `PROXY ${proxy.url.slice('http://'.length)}`),
    );
    await signIn(bench, simulator);
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  test.each([
    ['another proxy', () => `PROXY 127.0.0.1:9; PROXY ${proxy.url.slice('http://'.length)}`, 'throughProxy'],
    ['no proxy', () => 'PROXY 127.0.0.1:9; DIRECT', 'noProxy'],
  ])('that cannot be reached gives way to the next way of the list: %s', async (_what, answer, kind) => {
    const bench = benchWith({}, from(answer));
    await signIn(bench, simulator);
    expect(proxy.asked.length > 0).toBe(kind === 'throughProxy');
  });

  test('that cannot be reached is named by the diagnostics', async () => {
    const bench = benchWith(
      {},
      from(() => 'PROXY 127.0.0.1:9; DIRECT'),
    );
    accept(await bench.inspector.command('runDiagnostics', { gatewayAddress: gateway() }));
    const { diagnostics } = await bench.until('it is over', ({ diagnostics: { run } }) => run.kind === 'done');
    expect(diagnostics.run).toMatchObject({ steps: { proxy: { kind: 'passed', note: { kind: 'noProxy', passedOver: ['127.0.0.1:9'] } } } });
  });

  test('may carry a user name, which only the proxy gets', async () => {
    const bench = benchWith(
      {},
      from(() => `PROXY me:pa%40ss@${proxy.url.slice('http://'.length)}`),
    );
    await signIn(bench, simulator);
    expect(proxy.credentials[0]).toBe(`Basic ${Buffer.from('me:pa@ss').toString('base64')}`);
    expect(bench.log.join('\n')).not.toMatch(/pa%40ss|pa@ss/);
  });

  test('of another kind is said in words', async () => {
    expect(
      await refusalOf(
        benchWith(
          {},
          from(() => 'SOCKS5 proxy.example:1080'),
        ),
      ),
    ).toBe('proxy-not-supported');
  });

  test('is not asked for this computer itself', async () => {
    const bench = createBench({ systemProxy: () => Promise.resolve('PROXY 127.0.0.1:1') });
    benches.push(bench);
    await signIn(bench, simulator);
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });
});
