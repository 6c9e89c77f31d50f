import type { CommandAnswer, CommandInput } from '../contract/commands.ts';
import type { AppState, Notice, SignInForm } from '../contract/state.ts';
import { createAlerts } from './alerts/alerts.ts';
import { testedSurfaceStays } from './alerts/testAlert.ts';
import { english } from './alerts/words.ts';
import { done, followNotAllowed, listenNotAllowed, listenUnderWay, notIdle, notSignedIn, refuse, unexpected } from './commandAnswers.ts';
import { failureProblem } from './gateway/problem.ts';
import { createQueryLimiter, queryWindow } from './gateway/queryLimiter.ts';
import { proxyRouteTo } from './gateway/proxyRoute.ts';
import { phonePickup } from './gateway/voicecall.ts';
import type { CancelTimer, Host } from './host.ts';
import type { Inspector, InspectorCommand } from './inspector.ts';
import { forgetOtherGateways, withAdministered } from './administeredGateway.ts';
import { createLineOpener } from './lines.ts';
import { createListen } from './listen/listen.ts';
import { listenTimings, type ListenTimings } from './listen/machine.ts';
import { faultPlace } from './log/faults.ts';
import { createTypedSecrets } from './log/typedSecrets.ts';
import { createRoster } from './roster/roster.ts';
import { administeredNotices, startNotices } from './startNotices.ts';
import { pollTimings, type PollTimings } from './session/poll.ts';
import { createSession } from './session/session.ts';
import type { Administered } from './settings/administered.ts';
import { openKept } from './settings/kept.ts';
import { createSettings } from './settings/settings.ts';
import { createTrust } from './trust/trust.ts';

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
    /** Of the query limit; shorter only before a simulator that does not enforce it. */
    readonly queryWindow?: number;
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
  const settings = createSettings({
    kept,
    administered: host.administered,
    log,
    onChange: (before) => {
      const { proxy, proxyDirect } = settings.get();
      if (proxy !== before.proxy || proxyDirect !== before.proxyDirect) session.live()?.reconnect();
      trust.settingsChanged(before);
      changed();
    },
  });
  const listeners = new Set<(state: AppState) => void>();
  let closing: Promise<void> | null = null;
  let stopNetworkWatch: CancelTimer | null = null;
  const trust = createTrust({
    clock,
    log,
    kept,
    settings: settings.get,
    readText: host.readText,
    routeTo: ({ origin }) => proxyRouteTo(origin, settings.get(), (url) => host.systemProxy(url)),
    onChange: changed,
    onNotice: (notice) => {
      notices = [...notices.filter(({ id }) => id !== notice.id), notice];
      changed();
    },
  });
  let notices: readonly Notice[] = startNotices({
    unreadable: kept.unreadable,
    administeredFaults: host.administered.faults,
    administeredWrong: settings.administeredWrong(),
    authorityFileUnreadable: trust.shown().authorityFile.kind === 'unreadable',
  });
  /** While several rooms take in one event, what they change is shown once, at the end. */
  let holding = false;

  const session = createSession({
    clock,
    monotonic: host.monotonic,
    random,
    log,
    kept,
    acceptCertificate: (authority, certificate) => trust.accept(authority, certificate),
    secretBox: host.secretBox,
    timings: () => ({ ...pollTimings, gapAfterEvent: settings.get().pollGap, ...options.timings?.poll }),
    openLine: createLineOpener({
      clock,
      log,
      kept,
      settings,
      trust,
      queries: createQueryLimiter(clock, options.timings?.queryWindow ?? queryWindow),
    }),
    keepSignedInAllowed: () => settings.get().keepSignedInAllowed,
    phoneLinkage: () => settings.get().phoneLinkage,
    onChange: changed,
    onEvent: (event) => {
      together(() => {
        listen.onEvent(event);
        roster.onEvent(event);
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
    onShortPolling: () => {
      notify(shortPolling);
    },
    onMoved: (gateway) => {
      notify(movedTo(gateway));
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
    onChange: () => {
      roster.follow(listen.shown());
      changed();
    },
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
      form: withAdministered(options.form ?? { gatewayAddress, agentId, password: '', phoneNumber: '' }, settings.get()),
      keepSignedIn: session.keepSignedIn(),
      session: session.state(),
      roster: roster.status(),
      listen: listen.shown(),
      ...alerts.shown(),
      notices: [...notices],
      settings: settings.shown(),
      rosterView: kept.get().rosterView,
      trust: trust.shown(),
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
    watchNetwork(now.session.kind === 'signedIn' || now.session.kind === 'resuming');
    // The session has let go of it by now, and so must the log.
    if (now.session.kind === 'signedIn' || now.session.kind === 'signedOut') secrets.settled();
    for (const listener of listeners) listener(now);
  }

  function administer(administered: Administered): void {
    settings.administer(administered);
    for (const notice of administeredNotices({ administeredFaults: administered.faults, administeredWrong: settings.administeredWrong() })) {
      notify(notice);
    }
  }

  function notify(notice: Notice): void {
    notices = [...notices.filter(({ id }) => id !== notice.id), notice];
    changed();
  }

  /** Only while there is a way to the gateway to care for. */
  function watchNetwork(wanted: boolean): void {
    if (wanted === (stopNetworkWatch !== null)) return;
    stopNetworkWatch?.();
    stopNetworkWatch = wanted ? host.onNetworkChange(onNetworkChange) : null;
  }

  function onNetworkChange(): void {
    log.info('network changed');
    session.tryNow();
  }

  async function goIdle(): Promise<CommandAnswer> {
    const live = session.live();
    return live === null ? refuse(notSignedIn) : live.goIdle();
  }

  function startListen(workNo: string): CommandAnswer {
    if (!settings.get().listenAllowed) return refuse(listenNotAllowed);
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
    await leave('wished');
    return done;
  }

  async function leave(why: 'wished' | 'leaving'): Promise<void> {
    const until = clock.now() + leaveWithin;
    await listen.close(leaveWithin / 2);
    await session.signOut(Math.max(until - clock.now(), leaveWithin / 3), why);
  }

  const answers: { [Name in InspectorCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> } = {
    signIn: (input) => {
      secrets.typed(input);
      return session.signIn({ ...input, gatewayAddress: settings.get().gateway || input.gatewayAddress });
    },
    trustCertificate: ({ fingerprint }) => session.trustCertificate(fingerprint),
    forgetCertificate: ({ gateway, fingerprint }) => trust.forget(gateway, fingerprint),
    replaceCertificate: ({ gateway, fingerprint, keepOthers }) => trust.replace(gateway, fingerprint, keepOthers),
    takeOver: () => session.takeOver(),
    cancelSignIn: () => session.cancel(),
    signOut,
    tryNow: () => session.tryNow(),
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
    followAgent: (input) => (settings.get().followAllowed ? alerts.answers.followAgent(input) : refuse(followNotAllowed)),
    keepRosterView: ({ view }) => {
      kept.change({ rosterView: view });
      return done;
    },
    changeSettings: ({ settings: choices }) => settings.change(choices),
    dismissNotice: ({ id }) => {
      notices = notices.filter((notice) => notice.id !== id);
      changed();
      return done;
    },
  };

  host.onResume(() => {
    log.info('resumed');
    session.wake();
    // A computer that was locked over night comes back with the policies of the new day.
    void host.readAdministered().then(administer);
  });

  return {
    start: () => {
      forgetOtherGateways(kept, settings.get());
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
      closing ??= leave('leaving');
      return closing;
    },
  };
}

const shortPolling: Notice = {
  id: 'short-polling',
  sentence:
    'This gateway is set so that a ring may be shown half a second late. Your administrator can change that (AGENT_POLL_WAIT_FLAG).',
};

function movedTo(gateway: string): Notice {
  return { id: 'moved-gateway', sentence: `Your gateway could not be reached. Earshot goes on at ${gateway}.` };
}
