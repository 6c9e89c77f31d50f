import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { KeepSignedIn, Session } from '../../contract/state.ts';
import type { Certificate } from '../../contract/trust.ts';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { unexpected } from '../commandAnswers.ts';
import type { Clock, Log, SecretBox } from '../host.ts';
import { faultPlace } from '../log/faults.ts';
import type { Kept, SavedListen } from '../settings/kept.ts';
import { endAtGateway } from './endAtGateway.ts';
import { createKeptSignIns } from './keptSignIn.ts';
import type { Line } from './line.ts';
import { startLive, type LiveSession } from './live.ts';
import { createPause } from './pause.ts';
import { shownSession, type Attempt, type Phase } from './phase.ts';
import type { PollTimings } from './poll.ts';
import { createSessionSaver, forgetSavedSession, openSavedSession, signedOutAfter } from './savedSession.ts';
import type { SessionEnd } from './sessionEnd.ts';
import { isSignedInElsewhere, signInWith, type SignInOutcome } from './signingIn.ts';
import { readSignIn } from './signInInput.ts';
import { takeUp } from './takingUp.ts';
import { isWorthAnotherSignIn } from './verdict.ts';
import { keptUnreadable, noGuid, notNow, signOutUnconfirmed, trustWithdrawn } from './problems.ts';

export interface SessionParts {
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly kept: Kept;
  readonly secretBox: SecretBox;
  /** Read at the start of each session, as settings change. */
  timings(): PollTimings;
  /** `onWithdrawn`: the certificate that this line rests on is not trusted any more. */
  openLine(address: GatewayAddress, agentId: string, firstGuid: string | null, onWithdrawn: () => void): Line;
  /** Trusts the certificate that the inspector was shown, if he may. */
  acceptCertificate(authority: string, certificate: Certificate): CommandAnswer;
  /** Whether the administrator allows "Keep me signed in". */
  keepSignedInAllowed(): boolean;
  /** Whether the inspector's phone is linked to the gateway, so that it can be picked up by software. */
  phoneLinkage(): boolean;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  onLost(): void;
  onRegained(): void;
  onShortPolling(): void;
  /** The session goes on at another gateway address (host:port). */
  onMoved(gateway: string): void;
  /** The listen under way, to be kept with the session. */
  listenToSave(): SavedListen | null;
  /** A session began; `listen` is what an earlier run had under way in it. */
  onLive(listen: SavedListen | null): void;
  /** The session is over, for whatever reason. */
  onEnd(): void;
}

/** Sign-in, the session while it lives, sign-out. One at a time. */
export interface SessionRoom {
  state(): Session;
  keepSignedIn(): KeepSignedIn;
  /** The session while signed in. */
  live(): LiveSession | null;
  signIn(input: CommandInput<'signIn'>): CommandAnswer;
  trustCertificate(fingerprint: string): CommandAnswer;
  takeOver(): CommandAnswer;
  cancel(): CommandAnswer;
  /** Tries to reach the gateway at once, where a try is waited for. */
  tryNow(): CommandAnswer;
  /** The computer woke up or was unlocked. */
  wake(): void;
  /** Ends the session at the gateway within `deadline` milliseconds, else locally all the same. `wished`: what is kept goes too. */
  signOut(deadline: number, why: 'wished' | 'leaving'): Promise<void>;
  /** Takes up a session that an earlier run left alive, if there is one; else signs in with what is kept, if that was chosen. */
  resume(): void;
}

/** A session that is not polled is gone at the gateway after two minutes (ccgateway.md 1.3), and a little. */
const ownSessionGone = signedOutAfter + 10_000;

/** How a sign-in that nobody asked for begins. */
interface SilentStart {
  readonly at: GatewayAddress;
  readonly ownSessionUntil: number;
}

export function createSession(parts: SessionParts): SessionRoom {
  const { clock, log, kept, secretBox } = parts;
  const keptSignIns = createKeptSignIns({ kept, box: secretBox, log, allowed: parts.keepSignedInAllowed });
  const pause = createPause(clock);
  let phase: Phase = { kind: 'signedOut', problem: null };
  /** The sign-in or resume under way; another one, or none, means that it was left. */
  let turn: object | null = null;
  /** A sign-in that was left while the gateway had not answered: the next must not overlap it (ccgateway.md 1.1). */
  let settling: Promise<void> = Promise.resolve();

  function enter(next: Phase): void {
    phase = next;
    parts.onChange();
  }

  function openLine(address: GatewayAddress, agentId: string, firstGuid: string | null): Line {
    const line = parts.openLine(address, agentId, firstGuid, () => {
      withdrawn(line);
    });
    return line;
  }

  /** The inspector no longer trusts who is at the other end: nothing more is sent there, not even a sign-out. */
  function withdrawn(line: Line): void {
    if (phase.kind !== 'signedIn' || phase.line !== line) return;
    log.warn('session over', { code: trustWithdrawn.code });
    phase.live.stop();
    forgetSavedSession(kept);
    line.close();
    parts.onEnd();
    enter({ kind: 'signedOut', problem: trustWithdrawn });
  }

  function goLive(line: Line, listen: SavedListen | null): void {
    const { link, guid, ring } = line;
    const saver = createSessionSaver(link.agentId, kept, secretBox, log);
    let gateway = ring.present().authority;
    const save = (): void => {
      const current = guid.current();
      const { authority } = ring.present();
      if (authority !== gateway) parts.onMoved(authority);
      gateway = authority;
      if (current !== null) saver.contact(authority, current, clock.now(), parts.listenToSave());
    };
    const live = startLive({
      ...parts,
      line,
      timings: parts.timings(),
      onContact: save,
      canSignInAgain: () => keptSignIns.shown() === 'on',
      onOver: (end) => {
        log.warn('session over', { code: end.problem.code, reason: end.reason });
        saver.forget();
        const address = ring.present();
        line.close();
        parts.onEnd();
        afterEnd(end, address);
      },
    });
    log.info('signed in');
    enter({ kind: 'signedIn', live, line });
    parts.onLive(listen);
    save();
  }

  /** What follows an end that nobody wished: a new session where the password is at hand and nobody is thrown out by it, else words. */
  function afterEnd({ reason, problem }: SessionEnd, address: GatewayAddress): void {
    switch (reason) {
      case 'kicked': {
        // Not fought: the inspector decides.
        const attempt = keptSignIns.open();
        if (typeof attempt === 'string') enter({ kind: 'signedOut', problem, offer: 'takeOver' });
        else enter({ kind: 'takeOver', attempt, problem });
        return;
      }
      case 'signedOutThere':
      case 'broken':
        enter({ kind: 'signedOut', problem });
        return;
      case 'timedOut':
      case 'goneMeanwhile':
      case 'guidRefused':
      case 'switchedOver':
        signInAgain(problem, address, clock.now() + ownSessionGone);
        return;
    }
  }

  /** Signs in with the kept password, where there is one: by plain `login`, which ends nobody's session. */
  function signInAgain(problem: Problem | null, address: GatewayAddress | null, ownSessionUntil = 0): void {
    const attempt = keptSignIns.open();
    if (attempt === 'none' || attempt === 'unreadable') {
      enter({ kind: 'signedOut', problem: attempt === 'unreadable' ? keptUnreadable : problem });
      return;
    }
    log.info('signing in again with the kept password');
    begin(attempt, 'login', 'silent', { at: address ?? attempt.address, ownSessionUntil });
  }

  /** The next sign-in waits for it, so it must never fail. */
  async function settled(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      log.error('sign-in broke', { place: faultPlace(error) });
      enter({ kind: 'signedOut', problem: unexpected });
    }
  }

  /** Runs what leads to a session, after what came before it has settled. */
  function take(work: (isLeft: () => boolean) => Promise<void>): void {
    const here = {};
    turn = here;
    const isLeft = (): boolean => turn !== here;
    const before = settling;
    settling = settled(before.then(() => (isLeft() ? undefined : work(isLeft))));
  }

  function begin(attempt: Attempt, mode: 'login' | 'forceLogin', how: 'asked' | 'silent', more: Partial<SilentStart> = {}): void {
    const { at = attempt.address, ownSessionUntil = 0 } = more;
    const { agentId } = attempt;
    const show = (address: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void => {
      if (how === 'asked') enter({ kind: 'signingIn', agentId, address });
      else enter({ kind: 'resuming', agentId, address, problem, nextAttempt });
    };
    show(at, null, null);
    take(async (isLeft) => {
      const line = openLine(at, agentId, null);
      const signingIn = { ...parts, timings: parts.timings(), line, pause, how, ownSessionUntil, isLeft, show };
      const outcome = await signInWith(signingIn, { ...attempt, address: at }, mode);
      turn = isLeft() ? turn : null;
      conclude(attempt, outcome);
    });
  }

  function conclude(attempt: Attempt, outcome: SignInOutcome): void {
    if (outcome.kind === 'left') return;
    if (outcome.kind === 'signedIn') {
      keptSignIns.settle(attempt);
      goLive(outcome.line, null);
      return;
    }
    const { failure, address } = outcome;
    if (failure?.kind === 'certificate') {
      enter({ kind: 'certificate', attempt: { ...attempt, address }, question: failure.question });
    } else if (failure !== null && isSignedInElsewhere(failure)) {
      enter({ kind: 'takeOver', attempt: { ...attempt, address }, problem: failureProblem(failure) });
    } else {
      if (failure?.kind === 'refused' && !isWorthAnotherSignIn(failure)) keptSignIns.forget();
      enter({ kind: 'signedOut', problem: failure === null ? noGuid : failureProblem(failure) });
    }
  }

  async function resume(isLeft: () => boolean): Promise<void> {
    const opened = openSavedSession(kept, secretBox, clock.now());
    const address = opened === null ? null : parseGatewayAddress(opened.saved.gatewayAddress);
    if (opened === null || address === null) {
      forgetSavedSession(kept);
      startWithKept(null);
      return;
    }
    const { saved, guid } = opened;
    const { agentId, lastPoll } = saved;
    const line = openLine(address, agentId, guid);
    const show = (at: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void => {
      if (!isLeft()) enter({ kind: 'resuming', agentId, address: at, problem, nextAttempt });
    };
    show(address, null, null);
    const outcome = await takeUp({ ...parts, timings: parts.timings(), line, lastPoll, pause, isLeft, show });
    if (outcome.kind !== 'taken') forgetSavedSession(kept);
    if (outcome.kind === 'left') return;
    turn = null;
    if (outcome.kind === 'taken') goLive(line, saved.listen);
    else startWithKept(outcome.failure);
  }

  /** The end of a resume, or a start without one. */
  function startWithKept(failure: Failure | null): void {
    turn = null;
    if (failure === null && kept.get().keptSignIn === null) return;
    signInAgain(failure === null ? null : failureProblem(failure), null);
  }

  /** Whatever was under way is wanted no more. */
  function leave(): void {
    turn = null;
    pause.end();
    enter({ kind: 'signedOut', problem: null });
  }

  return {
    state: () => shownSession(phase),
    keepSignedIn: () => keptSignIns.shown(),
    live: () => (phase.kind === 'signedIn' ? phase.live : null),
    resume: () => {
      take(resume);
    },
    signIn: (input) => {
      if (phase.kind !== 'signedOut') return notNow;
      const read = readSignIn(input);
      if ('problem' in read) {
        enter({ kind: 'signedOut', problem: read.problem });
        return { ok: false, problem: read.problem };
      }
      const { attempt } = read;
      kept.change({ gatewayAddress: input.gatewayAddress.trim(), agentId: attempt.agentId });
      begin(attempt, 'login', 'asked');
      return { ok: true };
    },
    trustCertificate: (fingerprint) => {
      if (phase.kind !== 'certificate' || phase.question.kind !== 'unknown') return notNow;
      // What is trusted is what was shown, not what may be shown by now.
      if (phase.question.certificate.fingerprint !== fingerprint) return notNow;
      const { attempt } = phase;
      const accepted = parts.acceptCertificate(attempt.address.authority, phase.question.certificate);
      if (!accepted.ok) return accepted;
      begin(attempt, 'login', 'asked');
      return { ok: true };
    },
    takeOver: () => {
      if (phase.kind !== 'takeOver') return notNow;
      begin(phase.attempt, 'forceLogin', 'asked');
      return { ok: true };
    },
    tryNow: () => {
      switch (phase.kind) {
        case 'signedIn':
          phase.live.reconnect();
          return { ok: true };
        case 'resuming':
          pause.end();
          return { ok: true };
        case 'signedOut':
        case 'signingIn':
        case 'certificate':
        case 'takeOver':
        case 'signingOut':
          return notNow;
      }
    },
    wake: () => {
      if (phase.kind === 'signedIn') phase.live.wake();
      else pause.end();
    },
    cancel: () => {
      switch (phase.kind) {
        case 'signingIn':
        case 'certificate':
        case 'takeOver':
        case 'resuming':
          leave();
          return { ok: true };
        case 'signedOut':
        case 'signedIn':
        case 'signingOut':
          return notNow;
      }
    },
    signOut: async (deadline, why) => {
      if (why === 'wished') keptSignIns.forget();
      if (phase.kind !== 'signedIn') {
        if (phase.kind !== 'signingOut') leave();
        await Promise.race([settling, new Promise<void>((resolve) => clock.after(deadline, resolve))]);
        return;
      }
      const { live, line } = phase;
      live.stop();
      parts.onEnd();
      enter({ kind: 'signingOut', agentId: live.link.agentId, address: line.ring.present() });
      const ending = endAtGateway(live.link, clock, deadline);
      settling = ending.then(() => undefined);
      const confirmed = await ending;
      forgetSavedSession(kept);
      line.close();
      log.info('signed out', { confirmed });
      enter({ kind: 'signedOut', problem: confirmed ? null : signOutUnconfirmed });
    },
  };
}
