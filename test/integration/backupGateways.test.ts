import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { startRelay, type Relay } from '../support/relay.ts';
import { accept, createBench, quickSimulator, signIn, signInOf, type Bench } from '../support/inspectorOnSimulator.ts';

/** One gateway behind two addresses (a cluster), and another gateway that knows nothing of it. */
let cluster: Simulator;
let first: Relay;
let second: Relay;
let stranger: Simulator;
let bench: Bench;

beforeEach(async () => {
  cluster = await quickSimulator();
  stranger = await quickSimulator();
  first = await startRelay(cluster.port);
  second = await startRelay(cluster.port);
});

afterEach(async () => {
  await bench.inspector.close();
  for (const each of [first, second, cluster, stranger]) await each.close();
});

const at = ({ port }: { readonly port: number }): string => `127.0.0.1:${String(port)}`;
const logins = (simulator: Simulator) => simulator.requests.filter(({ interface: name }) => name === 'login');

/** The pins of addresses that were used before. */
const pinsFor = (trusted: readonly (readonly [{ readonly port: number }, Simulator])[]) =>
  Object.fromEntries(
    trusted.map(([address, simulator]) => [at(address), { fingerprint: simulator.fingerprint, firstSeen: 1, decidedBy: 'inspector' }]),
  );

async function signedInAtFirst(backups: readonly string[], pins: Record<string, unknown>, keepSignedIn = false): Promise<void> {
  bench = createBench({
    disk: { pins },
    administered: { machine: { backupGateways: backups } },
    timings: { poll: { probeDeadline: 300, gapAfterEvent: 5, gapAfterNothing: 10, backOffBase: 20, backOffCap: 100, shortHold: 50 } },
  });
  await signIn(bench, cluster, { gatewayAddress: at(first), keepSignedIn });
}

describe('when the gateway cannot be reached', () => {
  test('the session goes on at the backup address of the same cluster, and that is said', async () => {
    await signedInAtFirst([at(second)], pinsFor([[second, cluster]]));
    first.set({ refuse: true });
    const { session } = await bench.until(
      'live at the backup',
      (state) => state.session.kind === 'signedIn' && state.session.gateway === at(second) && state.session.connection.kind === 'live',
    );
    expect(session).toMatchObject({ ownState: 'idle' });
    const { notices } = await bench.until('the notice', (state) => state.notices.length > 0);
    expect(notices).toMatchObject([{ id: 'moved-gateway', gateway: at(second) }]);
    expect(logins(cluster)).toHaveLength(1);
    expect(bench.disk.content['savedSession']).toMatchObject({ gatewayAddress: at(second) });
  });

  test('a backup whose certificate nobody trusted gets nothing, is named as the reason, and is passed over', async () => {
    await signedInAtFirst([at(stranger), at(second)], pinsFor([[second, cluster]]));
    first.set({ refuse: true });
    await bench.until(
      'its certificate',
      ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === 'certificate-not-trusted',
    );
    await bench.until(
      'live',
      ({ session }) => session.kind === 'signedIn' && session.gateway === at(second) && session.connection.kind === 'live',
    );
    expect(stranger.requests).toHaveLength(0);
  });

  test('a backup that does not know the session does not end it while the password is not at hand', async () => {
    await signedInAtFirst([at(stranger)], pinsFor([[stranger, stranger]]));
    first.set({ refuse: true });
    await expect.poll(() => stranger.requests.length).toBeGreaterThan(1);
    expect(bench.inspector.state().session.kind).toBe('signedIn');
    first.set({ refuse: false });
    await bench.until(
      'live at the first',
      ({ session }) => session.kind === 'signedIn' && session.gateway === at(first) && session.connection.kind === 'live',
    );
    expect([logins(cluster).length, logins(stranger).length]).toEqual([1, 0]);
  });

  test('with the kept password a new session begins at that backup', async () => {
    await signedInAtFirst([at(stranger)], pinsFor([[stranger, stranger]]), true);
    first.set({ refuse: true });
    await expect.poll(() => logins(stranger).length).toBe(1);
    await bench.until('live there', ({ session }) => session.kind === 'signedIn' && session.gateway === at(stranger));
    expect(stranger.requests.some(({ interface: name }) => name === 'forceLogin')).toBe(false);
  });

  test('a sign-in goes to the backup', async () => {
    bench = createBench({ disk: { pins: pinsFor([[second, cluster]]) }, administered: { machine: { backupGateways: [at(second)] } } });
    await first.close();
    accept(await bench.inspector.command('signIn', signInOf(cluster, { gatewayAddress: at(first) })));
    expect(await bench.session('signedIn')).toMatchObject({ gateway: at(second) });
    first = await startRelay(cluster.port);
  });

  test('a sign-in that reaches nobody is told about the address that was typed', async () => {
    bench = createBench({ administered: { machine: { backupGateways: ['no-such-gateway.invalid'] } } });
    await first.close();
    accept(await bench.inspector.command('signIn', signInOf(cluster, { gatewayAddress: at(first) })));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: 'connection-refused' } });
    first = await startRelay(cluster.port);
  });
});

test.each([
  ['a refusal', { kind: 'retcode', retcode: '105-002' }, '105-002'],
  ['a web page before the network', { kind: 'html' }, 'web-page'],
] as const)('%s is not a reason to go elsewhere', async (_name, answer, code) => {
  await signedInAtFirst([at(second)], pinsFor([[second, cluster]]));
  const gateways = new Set<string>();
  bench.inspector.onState(({ session }) => {
    if (session.kind === 'signedIn') gateways.add(session.gateway);
  });
  cluster.nextAnswer({ agentId: '291', times: 12 }, answer);
  await bench.until(code, ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === code);
  await bench.until(
    'live again',
    ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.problem === null,
  );
  expect([...gateways]).toEqual([at(first)]);
});

test('a switch-over that did not take the session along is answered with the kept password, once the gateway has let go of it', async () => {
  await signedInAtFirst([at(second)], pinsFor([[second, cluster]]), true);
  const shown = new Set<string>();
  bench.inspector.onState(({ session }) => shown.add(session.kind));
  cluster.nextAnswer({ interface: 'getAgentEvent' }, { kind: 'retcode', retcode: '105-006' });
  await bench.session('resuming');
  // The gateway still has the session on its books: a plain sign-in is refused as signed in elsewhere, and tried again.
  await expect.poll(() => logins(cluster).length).toBeGreaterThan(2);
  cluster.endSession('291');
  expect(await bench.session('signedIn')).toMatchObject({ gateway: at(first) });
  expect(bench.log.join('\n')).toContain('switchedOver');
  expect([...shown].sort()).toEqual(['resuming', 'signedIn']);
  expect(cluster.requests.some(({ interface: name }) => name === 'forceLogin')).toBe(false);
});
