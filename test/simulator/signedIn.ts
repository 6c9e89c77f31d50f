import { onTestFinished } from 'vitest';
import { agentPassword, startSimulator } from '../../simulator/index.ts';
import type { InspectorAccount, Simulator, SimulatorOptions } from '../../simulator/index.ts';
import { PlainClient } from './plainClient.ts';

/** A gateway in a hurry, closed when the test is over. */
export async function quickSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({
    agents: 10,
    centre: 'still',
    phone: { kind: 'picksUp', afterMs: 20 },
    ...options,
    timings: { pollHold: 300, signIn: 1, busy: 5, ring: 10, ringTimeout: 5_000, ...options.timings },
  });
  onTestFinished(() => simulator.close());
  return simulator;
}

/** The first inspector of a simulator. */
export function firstInspector(simulator: Simulator): InspectorAccount {
  const [first] = simulator.inspectors;
  if (first === undefined) throw new Error('The simulator has no inspector');
  return first;
}

/** The first inspector, signed in and idle, the events of the sign-in behind him. */
export async function signedInInspector(simulator: Simulator, more: object = {}): Promise<PlainClient> {
  const account = firstInspector(simulator);
  const client = new PlainClient(simulator, account.agentId);
  const answer = await client.signIn(account, more);
  if (answer.retcode !== '0') throw new Error(`Sign-in refused: ${answer.retcode}`);
  await client.events(2);
  return client;
}

/** An ordinary agent of the centre with a client of his own, the events of his sign-in behind him. */
export async function signedInAgent(simulator: Simulator, workNo: string, more: object = {}): Promise<PlainClient> {
  const client = new PlainClient(simulator, workNo);
  const account = { password: agentPassword(workNo), phone: `5${workNo}` };
  const answer = await client.signIn(account, more, true);
  if (answer.retcode !== '0') throw new Error(`Sign-in refused: ${answer.retcode}`);
  await client.events(2);
  return client;
}
