import { expect, onTestFinished, test } from 'vitest';
import { startFaultProxy } from '../../simulator/index.ts';
import type { RequestRecord, Simulator } from '../../simulator/index.ts';
import { runScenario, shippedScenario, startRestartable } from '../../simulator/scenarios/index.ts';
import { accept, createBench, signIn, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';
import { gatewayCertificate } from '../support/gatewayCertificate.ts';
import { keptPort } from '../support/keptPort.ts';
import { patientClock } from '../support/patientClock.ts';

/** The core before a gateway on which a scenario is played. */
export interface Stage {
  readonly bench: Bench;
  /** The gateway that runs now. */
  simulator(): Simulator;
  requests(name: string): RequestRecord[];
  /** As the inspector does it; trusts the certificate when asked. */
  signIn(): Promise<void>;
  /** Where the core reaches the gateway. */
  readonly address: string;
  /** Asks to listen to Li Wei. */
  listen(): Promise<void>;
  /** Shown as connected, idle and without a problem. */
  live(): Promise<void>;
}

interface How {
  /** `signedIn` (default): the script begins when the inspector is signed in and waits; `signedOut`: before that. */
  readonly begins?: 'signedIn' | 'signedOut';
  /** The core reaches the gateway through the fault proxy. */
  readonly faults?: boolean;
  readonly timings?: BenchOptions['timings'];
  /** How many times faster the script's time runs than the clock of the core; 10. */
  readonly factor?: number;
}

/** A shipped scenario, played before the core over real TLS: what is the inspector shown? */
export function scenario(name: string, shows: string, check: (stage: Stage) => Promise<void>, how: How = {}): void {
  test(`${name}: ${shows}`, () => play(name, check, how));
}

/** Waits for what the inspector is not shown: a request that arrives, a line of the log. */
export function eventually<Value>(look: () => Value, within: { readonly timeout?: number } = {}) {
  return expect.poll(look, within);
}

async function play(name: string, check: (stage: Stage) => Promise<void>, how: How): Promise<void> {
  const clock = patientClock(how.factor ?? 10);
  const gateway = await startRestartable({
    agents: 20,
    centre: 'still',
    queryLimit: 'off',
    certificate: await gatewayCertificate(),
    port: await keptPort(),
    clock,
  });
  const proxy =
    how.faults === true
      ? await startFaultProxy({ to: { host: '127.0.0.1', port: gateway.simulator.port }, port: await keptPort() })
      : undefined;
  const bench = createBench(how.timings === undefined ? {} : { timings: how.timings });
  onTestFinished(async () => {
    await bench.inspector.close();
    await proxy?.close();
    await gateway.close();
  });
  const address = `127.0.0.1:${String(proxy?.port ?? gateway.simulator.port)}`;
  const requests = (interfaceName: string) => gateway.simulator.requests.filter((request) => request.interface === interfaceName);
  const stage: Stage = {
    bench,
    address,
    simulator: () => gateway.simulator,
    requests,
    signIn: () => signIn(bench, gateway.simulator, { gatewayAddress: address }),
    listen: async () => accept(await bench.inspector.command('listen', { workNo: '20001' })),
    live: async () => {
      await bench.until('live, without a problem', ({ session }) => {
        return session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.problem === null;
      });
    },
  };
  if (how.begins !== 'signedOut') {
    await stage.signIn();
    await eventually(() => bench.log.join('\n')).toContain('AgentState_Ready');
    await eventually(() => requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
  }
  const running = runScenario(shippedScenario(name), {
    simulator: gateway.simulator,
    restart: gateway.restart,
    clock,
    ...(proxy === undefined ? {} : { faults: proxy }),
  });
  onTestFinished(() => {
    running.stop();
  });
  // What the script says at 0 s is done before the inspector lifts a finger.
  await new Promise(setImmediate);
  await check(stage);
  // Whatever it was: nothing was sent twice for one click, and the core is still there.
  expect(requests('addSupervise').length).toBeLessThanOrEqual(bench.log.filter((line) => line.includes('"name":"listen"')).length);
  running.stop();
  const { actions } = await running.done;
  expect(actions.filter(({ problem }) => problem !== null)).toEqual([]);
}
