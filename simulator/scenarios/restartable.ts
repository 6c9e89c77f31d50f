import { pause, systemClock } from '../clock.ts';
import type { SimulatorOptions } from '../options.ts';
import type { Simulator } from '../simulator.ts';
import { startSimulator } from '../startSimulator.ts';

export interface RestartRequest {
  readonly certificate: 'same' | 'another';
  /** Milliseconds between going down and coming back. */
  readonly downFor: number;
}

/** Takes the gateway down and gives the one that comes back at the same address. */
export type RestartGateway = (request: RestartRequest) => Promise<Simulator>;

/** A gateway that can be restarted; as with a real one, its sessions do not survive that. */
export interface RestartableGateway {
  /** The one that runs now, or ran last. */
  readonly simulator: Simulator;
  readonly restart: RestartGateway;
  close(): Promise<void>;
}

/** Starts a simulator that a scenario may restart. */
export async function startRestartable(options: SimulatorOptions = {}): Promise<RestartableGateway> {
  const clock = options.clock ?? systemClock;
  let simulator = await startSimulator(options);
  let closed = false;
  const restart: RestartGateway = async ({ certificate, downFor }) => {
    const { port, certificate: present } = simulator;
    await simulator.close();
    await pause(clock, downFor);
    if (closed) return simulator;
    const request = options.certificate !== undefined && !('cert' in options.certificate) ? options.certificate : {};
    simulator = await startSimulator({ ...options, port, certificate: certificate === 'same' ? present : request });
    // Closed while it came up: nothing may stay behind.
    if (isClosed()) await simulator.close();
    return simulator;
  };
  // Read through a function: the flag changes during an await, which control-flow narrowing does not see.
  const isClosed = (): boolean => closed;
  return {
    get simulator() {
      return simulator;
    },
    restart,
    close: async () => {
      closed = true;
      await simulator.close();
    },
  };
}
