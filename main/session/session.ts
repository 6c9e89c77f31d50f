import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CertificateQuestion, Session } from '../../contract/state.ts';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { createLink, type GatewayLink, type GuidKeeper } from '../gateway/link.ts';
import { forceLogin, forceLogout, getAgentStatus, login, logout, type Credentials } from '../gateway/onlineagent.ts';
import { failureProblem } from '../gateway/problem.ts';
import { trustedDispatcher } from '../gateway/tls.ts';
import type { Clock, Log, SecretBox } from '../host.ts';
import type { Kept } from '../settings/kept.ts';
import { createGuidKeeper } from './guid.ts';
import { startLive, type LiveSession } from './live.ts';
import type { PollTimings } from './poll.ts';
import { createSessionSaver, forgetSavedSession, openSavedSession, signedOutAfter } from './savedSession.ts';

export interface SessionParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly kept: Kept;
  readonly secretBox: SecretBox;
  readonly pollTimings: PollTimings;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  onRegained(): void;
  /** A session began. */
  onLive(): void;
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

/** What a sign-in needs until it is through; holds the password no longer than that. */
interface Attempt {
  readonly address: GatewayAddress;
  readonly agentId: string;
  readonly credentials: Credentials;
}

/** A way to the gateway that can be taken down. */
interface Line {
  readonly link: GatewayLink;
  readonly guid: GuidKeeper;
  close(): void;
}

type Phase =
  | { readonly kind: 'signedOut'; readonly problem: Problem | null }
  | { readonly kind: 'resuming'; readonly agentId: string; readonly address: GatewayAddress }
  | { readonly kind: 'signingIn'; readonly attempt: Attempt }
  | { readonly kind: 'certificate'; readonly attempt: Attempt; readonly question: CertificateQuestion }
  | { readonly kind: 'takeOver'; readonly attempt: Attempt; readonly problem: Problem }
  | { readonly kind: 'signedIn'; readonly live: LiveSession; readonly line: Line }
  | { readonly kind: 'signingOut'; readonly agentId: string; readonly address: GatewayAddress };

const notNow: CommandAnswer = {
  ok: false,
  problem: { code: 'not-now', sentence: 'That is not possible at the moment.', remedy: 'Look at what the window shows now, then try again.' },
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

  function openLine(address: GatewayAddress, agentId: string, firstGuid: string | null, onRenewed: () => void): Line {
    const dispatcher = trustedDispatcher(address, {
      pin: (authority) => kept.get().pins[authority]?.fingerprint ?? null,
      now: () => clock.now(),
    });
    const guid = createGuidKeeper(firstGuid, onRenewed);
    const link = createLink({ address, agentId, dispatcher, guid, clock, log });
    return { link, guid, close: () => void dispatcher.destroy() };
  }

  function goLive(line: Line): void {
    const { link, guid } = line;
    const saver = createSessionSaver(link.address.authority, link.agentId, kept, secretBox);
    const save = (): void => {
      const current = guid.current();
      if (current !== null) saver.contact(current, clock.now());
    };
    const live = startLive({
      link,
      clock,
      random: parts.random,
      log,
      timings: parts.pollTimings,
      onChange: parts.onChange,
      onEvent: parts.onEvent,
      onRegained: parts.onRegained,
      onContact: save,
      onOver: (problem) => {
        log.warn('session over', { code: problem.code });
        saver.forget();
        line.close();
        enter({ kind: 'signedOut', problem });
        parts.onEnd();
      },
    });
    save();
    log.info('signed in');
    enter({ kind: 'signedIn', live, line });
    parts.onLive();
  }

  async function attemptSignIn(attempt: Attempt, mode: 'login' | 'forceLogin'): Promise<void> {
    const here: Phase = { kind: 'signingIn', attempt };
    enter(here);
    await settling;
    if (present() !== here) return;
    const line = openLine(attempt.address, attempt.agentId, null, () => undefined);
    const request = mode === 'login' ? login(line.link, attempt.credentials) : forceLogin(line.link, attempt.credentials);
    settling = request.then(async (reply) => {
      if (present() === here) {
        conclude(attempt, line, reply.ok ? null : reply.failure);
        return;
      }
      // Left meanwhile: nobody wants this session.
      if (reply.ok) await endAtGateway(line.link, 3_000);
      line.close();
    });
    await settling;
  }

  function conclude(attempt: Attempt, line: Line, failure: Parameters<typeof failureProblem>[0] | null): void {
    if (failure === null && line.guid.current() !== null) {
      goLive(line);
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

  async function endAtGateway(link: GatewayLink, deadline: number): Promise<void> {
    const until = clock.now() + deadline;
    const reply = await logout(link, deadline);
    if (reply.ok || until - clock.now() <= 0) return;
    // Refused while a call is up (100-010): the forced form releases it (ccgateway.md 1.5).
    if (reply.failure.kind === 'refused' && reply.failure.retcode !== '100-006') await forceLogout(link, until - clock.now());
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
    const line = openLine(address, saved.agentId, guid, () => undefined);
    for (;;) {
      const reply = await getAgentStatus(line.link);
      if (present() !== here) {
        line.close();
        return;
      }
      if (reply.ok) {
        goLive(line);
        return;
      }
      const final = reply.failure.kind === 'refused' || reply.failure.kind === 'certificate';
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
    state: () => shown(phase),
    live: () => (phase.kind === 'signedIn' ? phase.live : null),
    resume: () => void resume(),
    signIn: (input) => {
      if (phase.kind !== 'signedOut') return notNow;
      const address = parseGatewayAddress(input.gatewayAddress);
      const problem = address === null ? badAddress : inputProblem(input);
      if (address === null || problem !== null) {
        enter({ kind: 'signedOut', problem: problem ?? badAddress });
        return { ok: false, problem: problem ?? badAddress };
      }
      const agentId = input.agentId.trim();
      kept.change({ gatewayAddress: input.gatewayAddress.trim(), agentId });
      const credentials = { password: input.password, phoneNumber: input.phoneNumber.trim() };
      void attemptSignIn({ address, agentId, credentials }, 'login');
      return { ok: true };
    },
    trustCertificate: (fingerprint) => {
      if (phase.kind !== 'certificate' || phase.question.kind !== 'unknown') return notNow;
      // What is trusted is what was shown, not what may be shown by now.
      if (phase.question.certificate.fingerprint !== fingerprint) return notNow;
      const { attempt } = phase;
      const pin = { fingerprint, firstSeen: clock.now(), decidedBy: 'inspector' as const };
      kept.change({ pins: { ...kept.get().pins, [attempt.address.authority]: pin } });
      log.info('certificate trusted', { fingerprint });
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
      enter({ kind: 'signingOut', agentId, address });
      parts.onEnd();
      settling = endAtGateway(live.link, deadline);
      await settling;
      forgetSavedSession(kept);
      line.close();
      log.info('signed out');
      enter({ kind: 'signedOut', problem: null });
    },
  };
}

const badAddress: Problem = {
  code: 'bad-address',
  sentence: 'This is not a gateway address.',
  remedy: 'Enter it like gateway.example:8043, as your administrator gave it to you.',
};

/** What the gateway would refuse anyway (ccgateway.md 1.1; old and new editions' ranges). */
function inputProblem(input: CommandInput<'signIn'>): Problem | null {
  if (!/^\d{3,6}$/.test(input.agentId.trim())) {
    return { code: 'bad-agent-id', sentence: 'This is not an agent ID.', remedy: 'An agent ID is a number from 101 to 999999.' };
  }
  if (input.password === '') return { code: 'no-password', sentence: 'The password is missing.', remedy: 'Enter the password of your agent ID.' };
  if (input.phoneNumber.trim() === '') {
    return { code: 'no-phone-number', sentence: 'The phone number is missing.', remedy: 'Enter the number of the phone that shall ring when you listen.' };
  }
  return null;
}

function shown(phase: Phase): Session {
  switch (phase.kind) {
    case 'signedOut':
      return { kind: 'signedOut', problem: phase.problem };
    case 'resuming':
    case 'signingOut':
      return { kind: phase.kind, agentId: phase.agentId, gateway: phase.address.authority };
    case 'signingIn':
      return { kind: 'signingIn', agentId: phase.attempt.agentId, gateway: phase.attempt.address.authority };
    case 'certificate':
      return { kind: 'certificate', gateway: phase.attempt.address.authority, question: phase.question };
    case 'takeOver':
      return { kind: 'takeOver', agentId: phase.attempt.agentId, gateway: phase.attempt.address.authority, problem: phase.problem };
    case 'signedIn':
      return {
        kind: 'signedIn',
        agentId: phase.live.link.agentId,
        gateway: phase.live.link.address.authority,
        connection: phase.live.connection(),
        ownState: phase.live.ownState(),
      };
  }
}
