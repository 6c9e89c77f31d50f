import { onTestFinished } from 'vitest';
import { startSimulator } from '../../simulator/index.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import { gatewayCertificate } from '../support/gatewayCertificate.ts';
import { keptPort } from '../support/keptPort.ts';
import { testClock } from '../support/patientClock.ts';

/** A gateway in a hurry, closed when the test is over. */
export async function quickSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({
    agents: 10,
    centre: 'still',
    phone: { kind: 'picksUp', afterMs: 20 },
    certificate: await gatewayCertificate(),
    port: await keptPort(),
    clock: testClock(),
    ...options,
    timings: { pollHold: 300, signIn: 1, busy: 5, ring: 10, ringTimeout: 5_000, ...options.timings },
  });
  onTestFinished(() => simulator.close());
  return simulator;
}

export { firstInspector, signedInAgent, signedInInspector } from './signedInInspector.ts';
