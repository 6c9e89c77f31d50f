import { agentPassword } from '../../simulator/index.ts';
import type { InspectorAccount, Simulator } from '../../simulator/index.ts';
import { PlainClient } from './plainClient.ts';

/** The first inspector of a simulator. */
export function firstInspector(simulator: Simulator): InspectorAccount {
  const [first] = simulator.inspectors;
  if (first === undefined) throw new Error('The simulator has no inspector');
  return first;
}

/** The first inspector, signed in and idle, the events of the sign-in behind them. */
export async function signedInInspector(simulator: Simulator, more: object = {}): Promise<PlainClient> {
  const account = firstInspector(simulator);
  const client = new PlainClient(simulator, account.agentId);
  const answer = await client.signIn(account, more);
  if (answer.retcode !== '0') throw new Error(`Sign-in refused: ${answer.retcode}`);
  await client.events(2);
  return client;
}

/** An ordinary agent of the centre with a client of their own, the events of their sign-in behind them. */
export async function signedInAgent(simulator: Simulator, workNo: string, more: object = {}): Promise<PlainClient> {
  const client = new PlainClient(simulator, workNo);
  const account = { password: agentPassword(workNo), phone: `5${workNo}` };
  const answer = await client.signIn(account, more, true);
  if (answer.retcode !== '0') throw new Error(`Sign-in refused: ${answer.retcode}`);
  await client.events(2);
  return client;
}
