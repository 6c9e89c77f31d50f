import { retcodeOf } from './expectations.ts';
import type { Gateway } from './gateway.ts';
import { drain } from './polling.ts';
import { signInSecond } from './pair.ts';
import { Fails, NotTried, type Row, type Second, type Trial, type Verdict } from './row.ts';
import { signIn } from './signIn.ts';

export interface TrialOptions {
  readonly gateway: Gateway;
  readonly password: string;
  readonly phone: string;
  /** An agent to listen to, which rings the inspector's phone. */
  readonly listenTo: string | undefined;
  /** A test agent who may be forced, called and inspected. */
  readonly second: Second | undefined;
  /** A number which the second agent may call, and which answers. */
  readonly customer: string | undefined;
  /** Whether rows may change the inspector's own state and sign them out and in. */
  readonly write: boolean;
}

export interface TriedRow {
  readonly row: Row;
  readonly verdict: Verdict;
}

/** Signs in, tries the rows, those that only read first, and signs out. Throws when the sign-in is refused. */
export async function tryRows(rows: readonly Row[], options: TrialOptions, onTried: (tried: TriedRow) => void): Promise<TriedRow[]> {
  const signedIn = await signIn(options);
  if (retcodeOf(signedIn) !== '0') throw new Error(`The gateway refused the sign-in: ${retcodeOf(signedIn)}`);
  const trial: Trial = { ...options, signedIn, firstEvents: await drain(options.gateway) };
  const tried: TriedRow[] = [];
  try {
    for (const kind of ['read', 'write', 'listen', 'pair'] as const) {
      const obstacle = kind === 'pair' && options.write ? await secondObstacle(options.second) : undefined;
      for (const row of rows.filter((candidate) => candidate.kind === kind)) {
        const verdict: Verdict = obstacle === undefined ? await tryRow(row, trial, options.write) : { kind: 'notTried', why: obstacle };
        const each = { row, verdict };
        tried.push(each);
        onTried(each);
      }
    }
  } finally {
    await options.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
    if (options.write) await options.second?.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
  }
  return rows.flatMap((row) => tried.find((each) => each.row === row) ?? []);
}

/** Signs the second agent in; why that cannot be, if it cannot. Nobody is forced in: it may be somebody's colleague after all. */
async function secondObstacle(second: Second | undefined): Promise<string | undefined> {
  const retcode = second === undefined ? '0' : retcodeOf(await signInSecond(second));
  return retcode === '0' ? undefined : `the second agent could not be signed in: ${retcode}`;
}

/** Two minutes without a poll end the session and a Guid (protocol.md 1.1, 1.2), and many rows in a row need none. */
const pollEvery = 30_000;

async function staySignedIn(gateway: Gateway): Promise<void> {
  if (gateway.sincePoll > pollEvery) await gateway.send('GET', 'agentevent/{id}');
}

async function tryRow(row: Row, trial: Trial, write: boolean): Promise<Verdict> {
  if (row.kind !== 'read' && !write) return { kind: 'notTried', why: 'changes something (--write)' };
  try {
    await staySignedIn(trial.gateway);
    if (row.kind === 'pair' && trial.second !== undefined) await staySignedIn(trial.second.gateway);
    await row.check(trial);
    return { kind: 'holds' };
  } catch (error) {
    if (error instanceof NotTried) return { kind: 'notTried', why: error.message };
    // Whatever else happened on the way is a failure of the gateway to answer as stated.
    const why = error instanceof Fails ? error.message : `no answer: ${error instanceof Error ? error.message : 'unknown'}`;
    return { kind: 'fails', why };
  }
}
