import type { StepName, StepResult, StepResults } from '../../contract/diagnostics.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { ProxyRouting } from '../gateway/proxyRouting.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretBox } from '../ports/storage.ts';
import { tryAlerts, type TestedAlerts } from './alerts.ts';
import { attempt, type Outcome } from './attempt.ts';
import { clockOf, signInOf, tlsOf, type GatewayProbe } from './gateway.ts';
import { tryStorage } from './storage.ts';
import { readAddress, tryAddress, tryProxy, type LookUp } from './connectivitySteps.ts';

/** Milliseconds that a step may take. Connecting alone may take 8 s, and as long again to get through a proxy. */
const limits: Readonly<Record<StepName, number>> = {
  address: 5_000,
  proxy: 10_000,
  tls: 25_000,
  signIn: 25_000,
  clock: 25_000,
  alerts: 60_000,
  storage: 10_000,
};

/** The request's own deadline: beyond connecting, so that what is overdue was connected. */
const probeWithin = 20_000;

export interface RunOptions {
  readonly clock: Clock;
  readonly lookUp: LookUp;
  readonly dataFolder: string;
  readonly secretBox: SecretBox;
  readonly alerts: TestedAlerts;
  routingTo(address: GatewayAddress): Promise<ProxyRouting>;
  probeGateway(address: GatewayAddress, deadline: number, signal: AbortSignal): Promise<GatewayProbe>;
}

export const allWaiting: StepResults = {
  address: { kind: 'waiting' },
  proxy: { kind: 'waiting' },
  tls: { kind: 'waiting' },
  signIn: { kind: 'waiting' },
  clock: { kind: 'waiting' },
  alerts: { kind: 'waiting' },
  storage: { kind: 'waiting' },
};

/** Tries one step after the other; `tell` is called with each change, the last one with every step settled. Never rejects. */
export async function runSteps(
  options: RunOptions,
  gateway: string,
  signal: AbortSignal,
  tell: (steps: StepResults) => void,
): Promise<void> {
  let steps = allWaiting;

  function set(name: StepName, result: StepResult): void {
    steps = { ...steps, [name]: result };
    tell(steps);
  }

  /** Whether it passed. */
  async function take(name: StepName, step: (own: AbortSignal) => Promise<Outcome>): Promise<boolean> {
    set(name, { kind: 'running', since: options.clock.now() });
    const result = await attempt({ clock: options.clock, limit: limits[name], signal }, step);
    set(name, result);
    return result.kind === 'passed';
  }

  function leaveOut(before: StepName, names: readonly StepName[]): void {
    for (const name of names)
      set(name, signal.aborted ? { kind: 'notTried', why: 'stopped' } : { kind: 'notTried', why: 'stepBefore', before });
  }

  const read = readAddress(gateway);
  if ('kind' in read) {
    await take('address', () => Promise.resolve(read));
    leaveOut('address', ['proxy', 'tls', 'signIn', 'clock']);
  } else {
    await tryWay(read);
  }
  await take('alerts', (own) => tryAlerts(options.alerts, own));
  await take('storage', () => tryStorage(options.dataFolder, options.secretBox));

  async function tryWay(address: GatewayAddress): Promise<void> {
    // Asked by the step, as a proxy script may take its time.
    let ways: ProxyRouting | null = null;
    const known = await take('address', async () => {
      ways = await options.routingTo(address);
      return tryAddress(address, ways, options.lookUp);
    });
    if (!known) {
      leaveOut('address', ['proxy', 'tls', 'signIn', 'clock']);
      return;
    }
    if (!(await take('proxy', async () => tryProxy(address, ways ?? (await options.routingTo(address)), limits.proxy)))) {
      leaveOut('proxy', ['tls', 'signIn', 'clock']);
      return;
    }
    let probed: GatewayProbe = { failure: null, behind: null };
    const connected = await take('tls', async (own) => {
      probed = await options.probeGateway(address, probeWithin, own);
      return tlsOf(probed);
    });
    if (!connected) {
      leaveOut('tls', ['signIn', 'clock']);
      return;
    }
    if (await take('signIn', () => Promise.resolve(signInOf(probed)))) await take('clock', () => Promise.resolve(clockOf(probed)));
    else leaveOut('signIn', ['clock']);
  }
}
