import type { CommandAnswer, CommandInput } from '../contract/commands.ts';
import type { AppState, Notice, SignInForm } from '../contract/state.ts';
import { createAlerts } from './alerts/alerts.ts';
import { testedSurfaceStays } from './alerts/testAlert.ts';
import { english } from './alerts/words.ts';
import { done, listenUnderWay, notIdle, notSignedIn, refuse, unexpected } from './commandAnswers.ts';
import { failureProblem } from './gateway/problem.ts';
import { phonePickup } from './gateway/voicecall.ts';
import type { Host } from './host.ts';
import type { Inspector, InspectorCommand } from './inspector.ts';
import { createListen } from './listen/listen.ts';
import { listenTimings, type ListenTimings } from './listen/machine.ts';
import { faultPlace } from './log/faults.ts';
import { createTypedSecrets } from './log/typedSecrets.ts';
import { createRoster } from './roster/roster.ts';
import { pollTimings, type PollTimings } from './session/poll.ts';
import { createSession } from './session/session.ts';
import { openKept } from './settings/kept.ts';
import { unreadableNotice } from './settings/unreadableNotice.ts';
import { createSettings } from './settings/settings.ts';

export interface InspectorOptions {
  /** What the sign-in form starts with; null: what was kept from the last sign-in. */
  readonly form: SignInForm | null;
  /** Milliseconds; tests shorten them. */
  readonly timings?: {
    readonly poll?: Partial<PollTimings>;
    readonly listen?: Partial<ListenTimings>;
    readonly roster?: number;
    readonly ringAtMost?: number;
    readonly testStays?: number;
  };
}

/** A ring of which no end was ever heard is taken for over after this long. */
const ringAtMost = 60_000;

/** Sign-out at the gateway may take this long; then Earshot leaves all the same. */
const leaveWithin = 3_000;

/** Puts the rooms together into the application (design.md, "One application object, two hosts"). */
export function createInspector(host: Host, options: InspectorOptions): Inspector {
  const { clock, random, log } = host;
  const kept = openKept(host.kept, log);
  const secrets = createTypedSecrets(log);
  const settings = createSettings({ kept, administered: host.administered, log, onChange: () => changed() });
  const listeners = new Set<(state: AppState) => void>();
  let closing: Promise<void> | null = null;
  let notices: readonly Notice[] = [
    ...kept.unreadable.map(unreadableNotice),
    ...(host.administered.machineFileDamaged ? [machineFileDamaged] : []),
  ];
  /** While several rooms take in one event, what they change is shown once, at the end. */
  let holding = false;

  const session = createSession({
    clock,
    random,
    log,
    kept,
    secretBox: host.secretBox,
    pollTimings: { ...pollTimings, ...options.timings?.poll },
    onChange: changed,
    onEvent: (event) => {
      together(() => {
        listen.onEvent(event);
        alerts.onEvent(event);
      });
    },
    onLost: () => {
      listen.onLost();
    },
    onRegained: () => {
      listen.onRegained();
      roster.refresh();
    },
    listenToSave: () => listen.toSave(),
    onLive: (saved) => {
      listen.dismiss();
      if (saved !== null) listen.takeUp(saved);
      const live = session.live();
      if (live !== null) roster.start(live.link);
    },
    onEnd: () => {
      alerts.onSessionEnd();
      listen.onSessionEnd();
      roster.stop();
    },
  });

  const listen = createListen({
    clock,
    log,
    timings: { ...listenTimings, ...options.timings?.listen },
    live: () => session.live(),
    onChange: changed,
  });

  const roster = createRoster({
    clock,
    random,
    log,
    interval: () => options.timings?.roster ?? settings.get().rosterInterval * 1_000,
    onChange: changed,
  });

  const alerts = createAlerts({
    surfaces: host.surfaces,
    clock,
    log,
    words: english,
    ringAtMost: options.timings?.ringAtMost ?? ringAtMost,
    testStays: options.timings?.testStays ?? testedSurfaceStays,
    facts: () => ({ session: session.state(), listen: listen.shown(), roster: roster.status() }),
    settings: settings.get,
    rosterFeed: (send) => roster.feed(send),
    listen: startListen,
    nameOf: (workNo) => roster.nameOf(workNo),
    answerPhone,
    say: (notice) => {
      notices = [...notices.filter(({ id }) => id !== notice.id), notice];
    },
    onChange: changed,
  });

  function state(): AppState {
    const { gatewayAddress, agentId } = kept.get();
    return {
      version: host.version,
      form: options.form ?? { gatewayAddress, agentId, password: '', phoneNumber: '' },
      session: session.state(),
      roster: roster.status(),
      listen: listen.shown(),
      ...alerts.shown(),
      notices: [...notices],
      settings: settings.shown(),
    };
  }

  function together(action: () => void): void {
    holding = true;
    try {
      action();
    } finally {
      holding = false;
    }
    changed();
  }

  function changed(): void {
    if (holding) return;
    alerts.update();
    const now = state();
    // The session has let go of it by now, and so must the log.
    if (now.session.kind === 'signedIn' || now.session.kind === 'signedOut') secrets.settled();
    for (const listener of listeners) listener(now);
  }

  async function goIdle(): Promise<CommandAnswer> {
    const live = session.live();
    return live === null ? refuse(notSignedIn) : live.goIdle();
  }

  function startListen(workNo: string): CommandAnswer {
    const live = session.live();
    if (live === null) return refuse(notSignedIn);
    live.hurry();
    if (live.ownState() !== 'idle') return refuse(notIdle);
    if (!listen.listen({ workNo, name: roster.nameOf(workNo) })) return refuse(listenUnderWay);
    alerts.onListenAsked(workNo);
    return done;
  }

  async function answerPhone(): Promise<CommandAnswer> {
    const live = session.live();
    if (live === null) return refuse(notSignedIn);
    const reply = await phonePickup(live.link);
    return reply.ok ? done : refuse(failureProblem(reply.failure));
  }

  async function signOut(): Promise<CommandAnswer> {
    await leave();
    return done;
  }

  async function leave(): Promise<void> {
    const until = clock.now() + leaveWithin;
    await listen.close(leaveWithin / 2);
    await session.signOut(Math.max(until - clock.now(), leaveWithin / 3));
  }

  const answers: { [Name in InspectorCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> } = {
    signIn: (input) => {
      secrets.typed(input);
      return session.signIn(input);
    },
    trustCertificate: ({ fingerprint }) => session.trustCertificate(fingerprint),
    takeOver: () => session.takeOver(),
    cancelSignIn: () => session.cancel(),
    signOut,
    listen: ({ workNo }) => startListen(workNo),
    stopListening: () => {
      listen.stop();
      return done;
    },
    dismissListen: () => {
      listen.dismiss();
      return done;
    },
    goIdle,
    ...alerts.answers,
    changeSettings: ({ settings: choices }) => settings.change(choices),
    dismissNotice: ({ id }) => {
      notices = notices.filter((notice) => notice.id !== id);
      changed();
      return done;
    },
  };

  host.onResume(() => {
    log.info('resumed');
    session.live()?.wake();
  });

  return {
    start: () => {
      changed();
      session.resume();
    },
    state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: async (name, input) => {
      log.info('command', { name });
      try {
        return await answers[name](input);
      } catch (error) {
        log.error('command failed', { name, place: faultPlace(error) });
        return refuse(unexpected);
      }
    },
    rosterFeed: (send) => roster.feed(send),
    firstTimeInTray: () => {
      if (kept.get().toldAboutTray) return false;
      kept.change({ toldAboutTray: true });
      return true;
    },
    close: () => {
      closing ??= leave();
      return closing;
    },
  };
}

const machineFileDamaged: Notice = {
  id: 'machine-file-damaged',
  sentence: 'The settings file of this computer could not be read and is not obeyed. Tell your administrator.',
};
