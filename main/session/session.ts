import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Session } from '../../contract/state.ts';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { limitedLink } from '../gateway/limitedLink.ts';
import { createLink } from '../gateway/link.ts';
import { forceLogin, getAgentStatus, login } from '../gateway/onlineagent.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { QueryLimiter } from '../gateway/queryLimiter.ts';
import { unexpected } from '../commandAnswers.ts';
import type { Clock, Log, SecretBox } from '../host.ts';
import { faultPlace } from '../log/faults.ts';
import type { Kept, SavedListen } from '../settings/kept.ts';
import type { TrustRoom } from '../trust/trust.ts';
import { endAtGateway } from './endAtGateway.ts';
import { createGuidKeeper } from './guid.ts';
import { startLive, type LiveSession } from './live.ts';
import { isSessionOver, noRightsAfter } from './over.ts';
import { shownSession, type Attempt, type Line, type Phase } from './phase.ts';
import type { PollTimings } from './poll.ts';
import { createSessionSaver, forgetSavedSession, openSavedSession, signedOutAfter } from './savedSession.ts';
import { readSignIn } from './signInInput.ts';

export interface SessionParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly kept: Kept;
  readonly trust: Pick<TrustRoom, 'open' | 'accept'>;
  readonly secretBox: SecretBox;
  readonly pollTimings: PollTimings;
  /** One for all sessions: the gateway counts on when the same agent signs in anew. */
  readonly queries: QueryLimiter;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  onLost(): void;
  onRegained(): void;
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
  /** The session while signed in. */
  live(): LiveSession | null;
  signIn(input: CommandInput<'signIn'>): CommandAnswer;
  trustCertificate(fingerprint: string): CommandAnswer;
  takeOver(): CommandAnswer;
  cancel(): CommandAnswer;
  /** Ends the session at the gateway within `deadline` milliseconds, else locally all the same. */
  signOut(deadline: number): Promise<void>;
  /** Takes up a session that an earlier run left alive, if there is one. */
  resume(): void;
}

/** A sign-in or resume that was left is ended at the gateway within this long. */
const leftSignInWithin = 3_000;

const notNow: CommandAnswer = {
  ok: false,
  problem: {
    code: 'not-now',
    sentence: 'That is not possible at the moment.',
    remedy: 'Look at what the window shows now, then try again.',
  },
};

const signOutUnconfirmed: Problem = {
  code: 'sign-out-unconfirmed',
  sentence: 'The gateway did not confirm that you are signed out.',
  remedy: 'It signs you out by itself within two minutes.',
};

const trustWithdrawn: Problem = {
  code: 'trust-withdrawn',
  sentence: 'You took back the trust in this gateway’s certificate, so the session was ended at once.',
  remedy: 'The gateway signs you out by itself within two minutes. Sign in again when the certificate is settled.',
};

const noGuid: Problem = {
  code: 'no-guid',
  sentence: 'The gateway accepted the sign-in but sent no session.',
  remedy: 'Sign in again. If it stays, ask your administrator.',
};

export function createSession(parts: SessionParts): SessionRoom {
  const { clock, log, kept, secretBox } = parts;
  let phase: Phase = { kind: 'signedOut', problem: null };
  /** A sign-in that was left while the gateway had not answered: the next must not overlap it (ccgateway.md 1.1). */
  let settling: Promise<void> = Promise.resolve();

  function enter(next: Phase): void {
    phase = next;
    parts.onChange();
  }

  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  const present = (): Phase => phase;

  function openLine(address: GatewayAddress, agentId: string, firstGuid: string | null): Line {
    const way = parts.trust.open(address, () => {
      withdrawn(line);
    });
    const guid = createGuidKeeper(firstGuid);
    const link = limitedLink(createLink({ address, agentId, dispatcher: way.dispatcher, guid, clock, log }), parts.queries);
    const line: Line = { link, guid, close: way.close };
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
    const { link, guid } = line;
    const saver = createSessionSaver(link.address.authority, link.agentId, kept, secretBox, log);
    const save = (): void => {
      const current = guid.current();
      if (current !== null) saver.contact(current, clock.now(), parts.listenToSave());
    };
    const live = startLive({
      link,
      clock,
      random: parts.random,
      log,
      timings: parts.pollTimings,
      onChange: parts.onChange,
      onEvent: parts.onEvent,
      onLost: parts.onLost,
      onRegained: parts.onRegained,
      onContact: save,
      onOver: (problem) => {
        log.warn('session over', { code: problem.code });
        saver.forget();
        line.close();
        parts.onEnd();
        enter({ kind: 'signedOut', problem });
      },
    });
    log.info('signed in');
    enter({ kind: 'signedIn', live, line });
    parts.onLive(listen);
    save();
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

  async function attemptSignIn(attempt: Attempt, mode: 'login' | 'forceLogin'): Promise<void> {
    const here: Phase = { kind: 'signingIn', attempt };
    enter(here);
    await settling;
    if (present() !== here) return;
    const line = openLine(attempt.address, attempt.agentId, null);
    const request = mode === 'login' ? login(line.link, attempt.credentials) : forceLogin(line.link, attempt.credentials);
    settling = settled(
      request.then(async (reply) => {
        if (present() === here) {
          conclude(attempt, line, reply.ok ? null : reply.failure);
          return;
        }
        // Left meanwhile: nobody wants this session.
        if (reply.ok) await endAtGateway(line.link, clock, leftSignInWithin);
        line.close();
      }),
    );
    await settling;
  }

  function conclude(attempt: Attempt, line: Line, failure: Parameters<typeof failureProblem>[0] | null): void {
    if (failure === null && line.guid.current() !== null) {
      goLive(line, null);
      return;
    }
    line.close();
    if (failure?.kind === 'certificate') {
      enter({ kind: 'certificate', attempt, question: failure.question });
    } else if (failure?.kind === 'refused' && failure.retcode === '100-002') {
      enter({ kind: 'takeOver', attempt, problem: failureProblem(failure) });
    } else {
      enter({ kind: 'signedOut', problem: failure === null ? noGuid : failureProblem(failure) });
    }
  }

  async function resume(): Promise<void> {
    const opened = openSavedSession(kept, secretBox, clock.now());
    const address = opened === null ? null : parseGatewayAddress(opened.saved.gatewayAddress);
    if (opened === null || address === null) {
      forgetSavedSession(kept);
      return;
    }
    const { saved, guid } = opened;
    const here: Phase = { kind: 'resuming', agentId: saved.agentId, address };
    enter(here);
    const line = openLine(address, saved.agentId, guid);
    let noRights = 0;
    for (;;) {
      const reply = await getAgentStatus(line.link);
      if (present() !== here) {
        // Left: nobody wants this session any more.
        forgetSavedSession(kept);
        await endAtGateway(line.link, clock, leftSignInWithin);
        line.close();
        return;
      }
      if (reply.ok) {
        goLive(line, saved.listen);
        return;
      }
      noRights = noRightsAfter(reply.failure, noRights);
      const final = isSessionOver(reply.failure, noRights) || reply.failure.kind === 'certificate';
      if (final || clock.now() - saved.lastPoll >= signedOutAfter) {
        line.close();
        forgetSavedSession(kept);
        enter({ kind: 'signedOut', problem: failureProblem(reply.failure) });
        return;
      }
      await new Promise<void>((resolve) => clock.after(1_000, resolve));
    }
  }

  return {
    state: () => shownSession(phase),
    live: () => (phase.kind === 'signedIn' ? phase.live : null),
    resume: () => {
      settling = settled(resume());
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
      void attemptSignIn(attempt, 'login');
      return { ok: true };
    },
    trustCertificate: (fingerprint) => {
      if (phase.kind !== 'certificate' || phase.question.kind !== 'unknown') return notNow;
      // What is trusted is what was shown, not what may be shown by now.
      if (phase.question.certificate.fingerprint !== fingerprint) return notNow;
      const { attempt } = phase;
      const accepted = parts.trust.accept(attempt.address.authority, phase.question.certificate);
      if (!accepted.ok) return accepted;
      void attemptSignIn(attempt, 'login');
      return { ok: true };
    },
    takeOver: () => {
      if (phase.kind !== 'takeOver') return notNow;
      void attemptSignIn(phase.attempt, 'forceLogin');
      return { ok: true };
    },
    cancel: () => {
      switch (phase.kind) {
        case 'signingIn':
        case 'certificate':
        case 'takeOver':
        case 'resuming':
          enter({ kind: 'signedOut', problem: null });
          return { ok: true };
        case 'signedOut':
        case 'signedIn':
        case 'signingOut':
          return notNow;
      }
    },
    signOut: async (deadline) => {
      if (phase.kind !== 'signedIn') {
        if (phase.kind !== 'signingOut') enter({ kind: 'signedOut', problem: null });
        await Promise.race([settling, new Promise<void>((resolve) => clock.after(deadline, resolve))]);
        return;
      }
      const { live, line } = phase;
      const { agentId, address } = live.link;
      live.stop();
      parts.onEnd();
      enter({ kind: 'signingOut', agentId, address });
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
