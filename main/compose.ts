import type { AppState, Notice, SignInForm } from '../contract/state.ts';
import { forgetOtherGateways, withAdministered } from './administeredGateway.ts';
import { createAlerts } from './alerts/alerts.ts';
import { testedSurfaceStays } from './alerts/testAlert.ts';
import { alertWords } from './alerts/words/words.ts';
import { listenUnrecorded } from './commandAnswers.ts';
import { createCommands } from './commands.ts';
import type { GatewayAddress } from './gateway/address.ts';
import { createQueryLimiter, queryWindow } from './gateway/queryLimiter.ts';
import { proxyRoutesTo } from './gateway/proxyRoute.ts';
import { createBadProxies } from './gateway/proxyWays.ts';
import { createGatewayDate } from './gatewayDate.ts';
import type { Host } from './host.ts';
import type { Inspector } from './inspector.ts';
import { createLineOpener } from './lines.ts';
import { createLinks } from './links/links.ts';
import { createListen } from './listen/listen.ts';
import { listenTimings, type ListenTimings } from './listen/machine.ts';
import { createTypedSecrets } from './log/typedSecrets.ts';
import { createNetworkCare } from './networkCare.ts';
import { administeredNotices } from './notices/administeredNotices.ts';
import { createNotices } from './notices/notices.ts';
import { movedTo, pollsCut, shortPolling } from './notices/sessionNotices.ts';
import { startNotices } from './notices/startNotices.ts';
import { createRecords } from './records.ts';
import { createRoster } from './roster/roster.ts';
import { pollTimings, type PollTimings } from './session/poll.ts';
import { keepListen } from './session/savedSession.ts';
import { createSession } from './session/session.ts';
import { openKept } from './settings/kept.ts';
import { createSettings } from './settings/settings.ts';
import { createSharedState } from './sharedState.ts';
import { createSpokenLanguage } from './spokenLanguage.ts';
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

/**
 * A listen waits for its entry in the audit trail so long (ms): a busy disk gets it down first. One that hangs keeps nobody
 * from listening, but where the administrator wants no listen without its record.
 */
const auditWithin = 2_000;

/** A ring of which no end was ever heard is taken for over after this long. */
const ringAtMost = 60_000;

/** Milliseconds. */
const auditOpensAfter = 3_000;

/** Puts the rooms together into the application (design.md, "One application object, two hosts"). */
export function createInspector(host: Host, options: InspectorOptions): Inspector {
  const { clock, random, log } = host;
  const { changed, together, onState } = createSharedState(next);
  const kept = openKept(host.kept, log);
  const secrets = createTypedSecrets(log);
  const settings = createSettings({
    kept,
    administered: host.administered,
    log,
    onChange: (before) => {
      const { proxy, proxyDirect } = settings.get();
      records.boundLog();
      if (proxy !== before.proxy || proxyDirect !== before.proxyDirect) session.live()?.reconnect();
      if (settings.get().autostart !== before.autostart) host.loginItem?.set(settings.get().autostart);
      trust.settingsChanged(before);
      changed();
    },
  });
  const language = createSpokenLanguage(() => settings.get().language);
  const network = createNetworkCare(host.onNetworkChange, () => {
    log.info('network changed');
    badProxies.forget();
    session.tryNow();
  });
  const gatewayDate = createGatewayDate(clock, () => {
    records.removeOld();
  });
  let closing: Promise<void> | null = null;
  const badProxies = createBadProxies(clock);
  const waysTo = async ({ origin }: GatewayAddress) =>
    badProxies.sort(await proxyRoutesTo(origin, settings.get(), (url) => host.systemProxy(url)));
  const trust = createTrust({
    clock,
    log,
    kept,
    settings: settings.get,
    readFile: host.readFile,
    systemAuthorities: host.systemAuthorities,
    waysTo,
    onChange: changed,
    onNotice: notify,
  });
  const notices = createNotices(
    startNotices({
      unreadable: kept.unreadable,
      administered: administeredNotices(host.administered, settings.shown()),
      authorityFileUnreadable: trust.shown().authorityFile.kind === 'unreadable',
    }),
  );

  const session = createSession({
    clock,
    monotonic: host.monotonic,
    upFor: host.upFor,
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
      onDate: (header) => {
        if (session.live() !== null) gatewayDate.heard(header);
      },
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
    onOwnState: (own) => {
      listen.onLook({ own, stateOf: () => null });
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
    onPollsCut: () => {
      notify(pollsCut);
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
    beforeRequest: async () => {
      keepListen(kept, listen.toSave());
      records.audit.onListen(listen.shown());
      const isWritten = await records.audit.written(auditWithin);
      return isWritten || !settings.get().auditRequired ? null : listenUnrecorded;
    },
    onChange: () => {
      keepListen(kept, listen.toSave());
      records.audit.onListen(listen.shown());
      roster.follow(listen.shown());
      changed();
    },
  });

  const roster = createRoster({
    clock,
    random,
    log,
    interval: () => options.timings?.roster ?? settings.get().rosterInterval * 1_000,
    gatewayDate: () => gatewayDate.now() ?? clock.wall(),
    onLook: listen.onLook,
    onChange: changed,
  });

  const links = createLinks({
    clock,
    log,
    ready: () => session.state().kind === 'signedIn' && roster.status().kind !== 'loading',
    nameOf: (workNo) => roster.nameOf(workNo),
    onMalformed: () => {
      notify({ id: 'link-malformed', kind: 'linkMalformed' });
    },
    onChange: changed,
  });

  const alerts = createAlerts({
    surfaces: host.surfaces,
    clock,
    log,
    words: () => alertWords[language.get()],
    ringAtMost: options.timings?.ringAtMost ?? ringAtMost,
    testStays: options.timings?.testStays ?? testedSurfaceStays,
    facts: () => ({ session: session.state(), listen: listen.shown(), roster: roster.status() }),
    settings: settings.get,
    rosterFeed: (send) => roster.feed(send),
    listen: (workNo) => commands.startListen(workNo),
    nameOf: (workNo) => roster.nameOf(workNo),
    answerPhone: () => commands.answerPhone(),
    say: notices.add,
    onChange: changed,
  });

  const records = createRecords({
    host,
    gatewayDate,
    kept,
    settings,
    trust,
    notices,
    session,
    alerts,
    waysTo,
    state,
    onState,
    onChange: changed,
  });
  records.boundLog();

  function state(): AppState {
    const { gatewayAddress, agentId } = kept.get();
    return {
      version: host.version,
      now: clock.now(),
      language: language.get(),
      form: withAdministered(options.form ?? { gatewayAddress, agentId, password: '', phoneNumber: '' }, settings.get()),
      keepSignedIn: session.keepSignedIn(),
      session: session.state(),
      roster: roster.status(),
      listen: listen.shown(),
      ...alerts.shown(),
      link: links.shown(),
      notices: [...notices.shown()],
      settings: settings.shown(),
      canStartAtLogin: host.loginItem !== null,
      rosterView: kept.get().rosterView,
      trust: trust.shown(),
      audit: records.audit.shown(),
      diagnostics: records.diagnostics.shown(),
    };
  }

  function next(): AppState {
    alerts.update();
    const now = state();
    network.follow(now.session);
    // The session has let go of it by now, and so must the log.
    if (now.session.kind === 'signedIn' || now.session.kind === 'signedOut') secrets.settled();
    return now;
  }

  function notify(notice: Notice): void {
    notices.add(notice);
    changed();
  }

  const commands = createCommands({
    clock,
    log,
    kept,
    settings,
    secrets,
    trust,
    notices,
    session,
    listen,
    roster,
    alerts,
    records,
    links,
    onChange: changed,
  });

  host.onResume(() => {
    log.info('resumed');
    session.wake();
    // A computer that was locked over night comes back with the policies of the new day.
    void host.readAdministered().then((administered) => {
      if (!settings.administer(administered)) return;
      for (const notice of administeredNotices(administered, settings.shown())) notify(notice);
    });
  });

  return {
    start: () => {
      host.loginItem?.set(settings.get().autostart);
      forgetOtherGateways(kept, settings.get());
      changed();
      session.resume();
      // Nothing at the start that can wait; a listen does not wait for it.
      clock.after(auditOpensAfter, records.audit.open);
    },
    systemSpeaks: (languages) => {
      language.systemSpeaks(languages);
      changed();
    },
    state,
    onState,
    command: (name, input) => commands.run(name, input),
    openLink: links.open,
    rosterFeed: (send) => roster.feed(send),
    firstTimeInTray: () => {
      if (kept.get().toldAboutTray) return false;
      kept.change({ toldAboutTray: true });
      return true;
    },
    close: () => {
      closing ??= commands.leave('leaving');
      return closing;
    },
  };
}
