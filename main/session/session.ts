import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { KeepSignedIn, Session } from '../../contract/state.ts';
import { unexpected } from '../results/commandAnswers.ts';
import { endAtGateway } from './endAtGateway.ts';
import { createGoLive } from './goLive.ts';
import { createPersistedSignIns } from './signIn/persistedSignIn.ts';
import type { LiveSession } from './live.ts';
import { createPause } from './contact/pause.ts';
import { shownSession, type Phase, type Standing } from './phase.ts';
import { resume } from './afterRestart/resume.ts';
import { forgetSavedSession, keepListen } from './afterRestart/savedSession.ts';
import type { SavedListen } from '../store/persisted.ts';
import type { SessionOptions } from './sessionOptions.ts';
import { createSignIn, type SignIn } from './signIn/signIn.ts';
import { createSerialQueue } from './serialQueue.ts';
import { notNow, signOutUnconfirmed } from './problems.ts';

/** Sign-in, the session while it lives, sign-out. One at a time. */
export interface SessionService {
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
  /** Ends the session at the gateway within `deadline` milliseconds, else locally anyway. `asked`: what is kept goes too. */
  signOut(deadline: number, why: 'asked' | 'leaving'): Promise<void>;
  /** The listen under way is another one, or is over (null): kept with the session, for another run to take up. */
  keepListen(listen: SavedListen | null): void;
  /** Takes up a session that an earlier run left alive, if there is one; else signs in with what is kept, if that was chosen. */
  resume(): void;
}

export function createSession(options: SessionOptions): SessionService {
  const { clock, log, persisted, secretBox } = options;
  const persistedSignIns = createPersistedSignIns({ persisted, box: secretBox, log, allowed: options.keepSignedInAllowed });
  const pause = createPause(clock);
  let phase: Phase = { kind: 'signedOut', problem: null };
  let listenToKeep: SavedListen | null = null;
  const standing: Standing = { phase: () => phase, enter };
  const queue = createSerialQueue(log, () => {
    enter({ kind: 'signedOut', problem: unexpected });
  });
  const live = createGoLive({
    options,
    standing,
    persistedSignIns,
    listenToKeep: () => listenToKeep,
    signInAgain: (...end) => {
      signIn.again(...end);
    },
  });
  const signIn: SignIn = createSignIn({ options, standing, queue, pause, persistedSignIns, live });

  function enter(next: Phase): void {
    phase = next;
    options.onChange();
  }

  /** Whatever was under way is wanted no more. */
  function leave(): void {
    queue.leave();
    pause.end();
    enter({ kind: 'signedOut', problem: null });
  }

  return {
    state: () => shownSession(phase),
    keepSignedIn: () => persistedSignIns.shown(),
    live: () => (phase.kind === 'signedIn' ? phase.live : null),
    keepListen: (listen) => {
      listenToKeep = listen;
      keepListen(persisted, listen);
    },
    resume: () => {
      queue.take((isLeft) => resume({ options, standing, pause, live, signIn }, isLeft));
    },
    signIn: (input) => signIn.asked(input),
    trustCertificate: (fingerprint) => signIn.trustCertificate(fingerprint),
    takeOver: () => signIn.takeOver(),
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
      if (why === 'asked') persistedSignIns.forget();
      if (phase.kind !== 'signedIn') {
        if (phase.kind !== 'signingOut') leave();
        await Promise.race([queue.settled(), new Promise<void>((resolve) => clock.after(deadline, resolve))]);
        return;
      }
      const { connection } = phase;
      phase.live.stop();
      options.onEnd();
      enter({ kind: 'signingOut', agentId: connection.link.agentId, address: connection.endpoints.present() });
      const ending = endAtGateway(connection.link, clock, deadline);
      queue.holdFor(ending);
      const confirmed = await ending;
      forgetSavedSession(persisted);
      connection.close();
      log.info('signed out', { confirmed });
      enter({ kind: 'signedOut', problem: confirmed ? null : signOutUnconfirmed });
    },
  };
}
