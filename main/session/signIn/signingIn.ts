import type { Problem } from '../../../contract/problem.ts';
import type { GatewayAddress } from '../../gateway/address.ts';
import type { Failure } from '../../gateway/failure.ts';
import { forceLogin, login } from '../../gateway/onlineagent.ts';
import { failureProblem } from '../../gateway/problem.ts';
import type { Clock } from '../../ports/clock.ts';
import { backOff, type BackOffTimings } from '../contact/backOff.ts';
import { endAtGateway } from '../endAtGateway.ts';
import type { GatewayConnection } from '../connection/gatewayConnection.ts';
import type { Pause } from '../contact/pause.ts';
import type { Attempt } from '../phase.ts';
import { isWorthAnotherSignIn } from '../contact/failureVerdict.ts';

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly connection: GatewayConnection }
  /** `failure` null: accepted, but without a Guid. `address`: who said so. */
  | { readonly kind: 'failed'; readonly failure: Failure | null; readonly address: GatewayAddress }
  | { readonly kind: 'left' };

export interface SigningInOptions {
  readonly connection: GatewayConnection;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timings: BackOffTimings;
  readonly pause: Pause;
  /** `asked`: the inspector waits for the answer; `silent`: nobody does, and what may pass is waited for. */
  readonly how: 'asked' | 'silent';
  /** Until then "signed in elsewhere" may be this computer's own session, which the gateway has not given up yet; then it is waited for. */
  readonly ownSessionUntil: number;
  /** Whether the phone is linked to the gateway. */
  phoneLinkage(): boolean;
  /** The inspector wants it no more. */
  isLeft(): boolean;
  show(address: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void;
}

/** A sign-in or resume that was left is ended at the gateway within this long. */
export const leftSignInWithin = 3_000;

/**
 * Signs in: at the attempt's address, and where that cannot be reached, at the backups in turn. `login` never ends another's
 * session; that takes `forceLogin`, or an attempt that asked for it beforehand. Closes the connection unless signed in.
 */
export async function signInWith(options: SigningInOptions, attempt: Attempt, mode: 'login' | 'forceLogin'): Promise<SignInOutcome> {
  const { connection, clock, pause } = options;
  const { endpoints } = connection;
  const leave = (): SignInOutcome => {
    connection.close();
    return { kind: 'left' };
  };
  let ask = mode === 'login' ? login : forceLogin;
  let first: { failure: Failure | null; address: GatewayAddress } | null = null;
  for (let inARow = 1; ;) {
    const address = endpoints.present();
    options.show(address, null, null);
    const reply = await ask(connection.link, { ...attempt.credentials, phoneLinkage: options.phoneLinkage() });
    if (options.isLeft()) {
      if (reply.ok) await endAtGateway(connection.link, clock, leftSignInWithin);
      return leave();
    }
    if (reply.ok && connection.guid.current() !== null) {
      endpoints.settle();
      return { kind: 'signedIn', connection };
    }
    const failure = reply.ok ? null : reply.failure;
    if (ask === login && attempt.takeOver && isSignedInElsewhere(failure)) {
      ask = forceLogin;
      continue;
    }
    const here = { failure, address };
    const passing = failure !== null && sendsOn(failure, address.authority !== attempt.address.authority, options.how);
    if (passing) first ??= here;
    if (passing && moveOn(connection, attempt.address)) continue;
    // Nobody could be reached: the words are about the gateway that was asked for.
    const { failure: said, address: by } = passing ? (first ?? here) : here;
    const mayBeOwn = isSignedInElsewhere(said) && clock.now() < options.ownSessionUntil;
    if (said === null || options.how === 'asked' || !(mayBeOwn || isWorthAnotherSignIn(said))) {
      connection.close();
      return { kind: 'failed', failure: said, address: by };
    }
    const wait = backOff(inARow, options.timings, options.random);
    inARow += 1;
    options.show(by, failureProblem(said), clock.now() + wait);
    await pause.wait(wait);
    if (options.isLeft()) return leave();
    first = null;
  }
}

export function isSignedInElsewhere(failure: Failure | null): boolean {
  return failure?.kind === 'refused' && failure.retcode === '100-002';
}

/** Only where nothing can have arrived; and past a backup whose certificate nobody is there to judge. */
function sendsOn(failure: Failure, atBackup: boolean, how: SigningInOptions['how']): boolean {
  return failure.kind === 'unreachable' || (failure.kind === 'certificate' && atBackup && how === 'silent');
}

/** To the next address of the round; false when the round is through and begins again. */
function moveOn(connection: GatewayConnection, first: GatewayAddress): boolean {
  if (!connection.endpoints.moveOn()) return false;
  connection.renewConnections();
  return connection.endpoints.present().authority !== first.authority;
}
