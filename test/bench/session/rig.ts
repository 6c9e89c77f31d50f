import {
  startFaultProxy,
  startSimulator,
  type Clock,
  type FaultProxy,
  type Simulator,
  type SimulatorOptions,
} from '../../../simulator/index.ts';
import type { AppState } from '../../../contract/state.ts';
import { fastClock } from '../fastClock.ts';
import { createBench, signIn, type Bench } from '../../support/inspectorOnSimulator.ts';

/** The core, signed in at a simulator through its fault proxy; time runs `factor` times faster for all three. */
export interface Rig {
  readonly clock: Clock;
  readonly simulator: Simulator;
  readonly proxy: FaultProxy;
  readonly bench: Bench;
  readonly inspector: string;
  /** Resolves after so many of the rig's milliseconds. */
  pause(ms: number): Promise<void>;
  live(): Promise<AppState>;
  close(): Promise<void>;
}

export async function startRig(factor: number, options: SimulatorOptions = {}): Promise<Rig> {
  const clock = fastClock(factor);
  const simulator = await startSimulator({ agents: 50, centre: 'still', queryLimit: 'off', ...options, clock });
  const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port }, clock });
  const bench = createBench({ pace: 'asReleased', clock, patience: 120_000 });
  const [account] = simulator.inspectors;
  if (account === undefined) throw new Error('The simulator has no inspector.');
  await signIn(bench, simulator, { gatewayAddress: `127.0.0.1:${String(proxy.port)}` });
  return {
    clock,
    simulator,
    proxy,
    bench,
    inspector: account.agentId,
    pause: (ms) => new Promise((resolve) => clock.after(ms, resolve)),
    live: () =>
      bench.until(
        'live',
        ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.problem === null,
      ),
    close: async () => {
      await proxy.set({ link: 'up', refuse: false });
      await bench.inspector.close();
      await proxy.close();
      await simulator.close();
    },
  };
}
