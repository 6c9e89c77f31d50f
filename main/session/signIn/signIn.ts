import type { CommandAnswer, CommandInput } from '../../../contract/commands.ts';
import type { Problem } from '../../../contract/problem.ts';
import { asTypedAddress } from '../../../contract/typed.ts';
import type { GatewayAddress } from '../../gateway/address.ts';
import { failureProblem } from '../../gateway/problem.ts';
import { endAtGateway } from '../endAtGateway.ts';
import type { GoLive } from '../goLive.ts';
import type { PersistedSignIns } from './persistedSignIn.ts';
import type { Pause } from '../contact/pause.ts';
import type { Attempt, Standing } from '../phase.ts';
import type { SessionOptions } from '../sessionOptions.ts';
import { isSignedInElsewhere, leftSignInWithin, signInWith, type SignInOutcome } from './signingIn.ts';
import { readSignIn } from './signInInput.ts';
import type { SerialQueue } from '../serialQueue.ts';
import { isWorthAnotherSignIn } from '../contact/failureVerdict.ts';
import { persistedUnreadable, noGuid, notNow } from '../problems.ts';

export interface SignInOptions {
  readonly options: SessionOptions;
  readonly standing: Standing;
  readonly queue: SerialQueue;
  readonly pause: Pause;
  readonly persistedSignIns: PersistedSignIns;
  readonly live: GoLive;
}

/** Sign-in by password: what the inspector asks for, and the one with the kept password that nobody asks for. */
export interface SignIn {
  asked(input: CommandInput<'signIn'>): CommandAnswer;
  /** Trusts the certificate that is shown, and goes on. */
  trustCertificate(fingerprint: string): CommandAnswer;
  takeOver(): CommandAnswer;
  /**
   * Signs in with the kept password, where there is one: by plain `login`, which ends nobody's session. Without one, `problem` is
   * what is said. `address`: where to begin, else where it was kept for; `ownSessionUntil`: until then "signed in elsewhere" may be us.
   */
  again(problem: Problem | null, address: GatewayAddress | null, ownSessionUntil: number): void;
}

/** How a sign-in that nobody asked for begins. */
interface SilentStart {
  readonly at: GatewayAddress;
  readonly ownSessionUntil: number;
}

export function createSignIn({ options, standing, queue, pause, persistedSignIns, live }: SignInOptions): SignIn {
  const { log, persisted } = options;
  const { phase, enter } = standing;

  function begin(attempt: Attempt, mode: 'login' | 'forceLogin', silent: SilentStart | null): void {
    const { at, ownSessionUntil } = silent ?? { at: attempt.address, ownSessionUntil: 0 };
    const { agentId } = attempt;
    const show = (address: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void => {
      if (silent === null) enter({ kind: 'signingIn', agentId, address });
      else enter({ kind: 'resuming', agentId, address, problem, nextAttempt });
    };
    show(at, null, null);
    queue.take(async (isLeft) => {
      const connection = live.openConnection(at, agentId, null);
      const how = silent === null ? 'asked' : 'silent';
      const signingIn = { ...options, timings: options.timings(), connection, pause, how, ownSessionUntil, isLeft, show } as const;
      const outcome = await signInWith(signingIn, { ...attempt, address: at }, mode);
      // Left at the very last moment: nobody wants this session any more.
      if (isLeft()) await endLeft(outcome);
      else conclude(attempt, outcome);
    });
  }

  async function endLeft(outcome: SignInOutcome): Promise<void> {
    if (outcome.kind !== 'signedIn') return;
    await endAtGateway(outcome.connection.link, options.clock, leftSignInWithin);
    outcome.connection.close();
  }

  function conclude(attempt: Attempt, outcome: SignInOutcome): void {
    if (outcome.kind === 'left') return;
    if (outcome.kind === 'signedIn') {
      persistedSignIns.settle(attempt);
      live.goLive(outcome.connection, null);
      return;
    }
    const { failure, address } = outcome;
    if (failure?.kind === 'certificate') {
      enter({ kind: 'certificate', attempt: { ...attempt, address }, question: failure.question });
    } else if (failure !== null && isSignedInElsewhere(failure)) {
      enter({ kind: 'takeOver', attempt: { ...attempt, address }, problem: failureProblem(failure) });
    } else {
      if (failure?.kind === 'refused' && !isWorthAnotherSignIn(failure)) persistedSignIns.forget();
      enter({ kind: 'signedOut', problem: failure === null ? noGuid : failureProblem(failure) });
    }
  }

  return {
    asked: (input) => {
      if (phase().kind !== 'signedOut') return notNow;
      const read = readSignIn(input);
      if ('problem' in read) {
        enter({ kind: 'signedOut', problem: read.problem });
        return { ok: false, problem: read.problem };
      }
      const { attempt } = read;
      persisted.change({ gatewayAddress: asTypedAddress(input.gatewayAddress), agentId: attempt.agentId });
      begin(attempt, 'login', null);
      return { ok: true };
    },
    trustCertificate: (fingerprint) => {
      const shown = phase();
      if (shown.kind !== 'certificate' || shown.question.kind !== 'unknown') return notNow;
      // What is trusted is what was shown, not what may be shown by now.
      if (shown.question.certificate.fingerprint !== fingerprint) return notNow;
      const { attempt } = shown;
      const accepted = options.acceptCertificate(attempt.address.authority, shown.question.certificate);
      if (!accepted.ok) return accepted;
      begin(attempt, 'login', null);
      return { ok: true };
    },
    takeOver: () => {
      const shown = phase();
      if (shown.kind !== 'takeOver') return notNow;
      begin(shown.attempt, 'forceLogin', null);
      return { ok: true };
    },
    again: (problem, address, ownSessionUntil) => {
      const attempt = persistedSignIns.open();
      if (attempt === 'none' || attempt === 'unreadable') {
        enter({ kind: 'signedOut', problem: attempt === 'unreadable' ? persistedUnreadable : problem });
        return;
      }
      log.info('signing in again with the kept password');
      begin(attempt, 'login', { at: address ?? attempt.address, ownSessionUntil });
    },
  };
}
