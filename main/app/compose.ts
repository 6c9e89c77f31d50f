import { createListeners } from '../../contract/listeners.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Settings } from '../../contract/settings.ts';
import { isUnderWay, type AppState, type Notice } from '../../contract/state.ts';
import { forgetOtherGateways } from '../session/administeredGateway.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { testedSurfaceStays } from '../alerts/testAlert.ts';
import { alertWords } from '../alerts/words/words.ts';
import { listenUnrecorded } from '../results/commandAnswers.ts';
import { appState } from './appState.ts';
import { createAuditTrail } from './auditTrail.ts';
import { createCommands } from './commands.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import { createQueryLimiter, queryWindow } from '../gateway/queryLimiter.ts';
import { proxyRoutesTo } from '../gateway/proxyRoute.ts';
import { createBadProxies } from '../gateway/proxyWays.ts';
import { createGatewayDate } from '../gateway/gatewayDate.ts';
import type { Host } from './host.ts';
import { auditedForce, auditedMode } from '../inspection/audited.ts';
import { createForceRoom } from '../inspection/forceRoom.ts';
import { createModeRoom } from '../inspection/modeRoom.ts';
import type { Inspector } from './inspector.ts';
import type { InspectorOptions } from './inspectorOptions.ts';
import { createLineOpener } from './lineOpener.ts';
import { createLinks } from '../links/links.ts';
import { createListen } from '../listen/listen.ts';
import { listenTimings } from '../listen/machine.ts';
import { createTypedSecrets } from '../log/typedSecrets.ts';
import { createNetworkCare } from '../session/networkCare.ts';
import { administeredNotices } from '../notices/administeredNotices.ts';
import { createNotesHere } from './notes.ts';
import { createNotices } from '../notices/notices.ts';
import { startNotices } from '../notices/startNotices.ts';
import { queuesNotHere } from '../notices/sessionNotices.ts';
import { createQueues } from '../queues/queues.ts';
import { createRecords } from './records.ts';
import { createRoster } from '../roster/roster.ts';
import { createRules } from '../rules/room.ts';
import { pollTimings } from '../session/pollTimings.ts';
import { keepListen } from '../session/savedSession.ts';
import { createSession } from '../session/session.ts';
import { openKept } from '../settings/kept.ts';
import { createSettings } from '../settings/settings.ts';
import { newsCalls, tellModules, type SessionNews } from './sessionNews.ts';
import { createStatistics } from '../statistics/room.ts';
import { createSharedState } from './sharedState.ts';
import { createSpokenLanguage } from '../settings/spokenLanguage.ts';
import { createTrust } from '../trust/trust.ts';
import { createWorklistHere } from './worklist.ts';

/**
 * A listen waits for its entry in the audit trail so long (ms): a busy disk gets it down first. One that hangs keeps nobody
 * from listening, but where the administrator wants no listen without its record.
 */
const auditWithin = 2_000;

/** A ring of which no end was ever heard is taken for over after this long. */
const ringAtMost = 60_000;

/** Milliseconds between two looks at the skills' queues: a wallboard's pace, far below the query limit (protocol.md 0). */
const queuesInterval = 8_000;

/** Milliseconds. */
const auditOpensAfter = 3_000;

/**
 * Puts the modules together into the application (architecture.md, "One application, two hosts"): each is given those that were made before
 * it. What one has to tell of those that come after it goes through listeners, which are added at the end.
 */
export function createInspector(host: Host, options: InspectorOptions): Inspector {
  const { clock, random, log } = host;
  const { changed, together, onChanging, onState } = createSharedState(state);
  const settingsChanged = createListeners<Settings>();
  const dateAgreed = createListeners<null>();
  const listenChanged = createListeners<null>();
  const { add: onSessionNews, tell } = createListeners<SessionNews>();

  const kept = openKept(host.kept, log);
  const secrets = createTypedSecrets(log);
  const settings = createSettings({ kept, administered: host.administered, log, onChange: settingsChanged.tell });
  let startAtLogin: AppState['startAtLogin'] = host.loginItem === null ? 'notHere' : 'asSet';
  function setStartAtLogin(): void {
    if (host.loginItem !== null) startAtLogin = host.loginItem.set(settings.get().autostart);
  }
  const language = createSpokenLanguage(() => settings.get().language);
  const gatewayDate = createGatewayDate(clock, () => {
    dateAgreed.tell(null);
  });
  const badProxies = createBadProxies(clock);
  const waysTo = async ({ origin }: GatewayAddress) =>
    badProxies.sort(await proxyRoutesTo(origin, settings.get(), (url) => host.systemProxy(url)), () => trust.context());

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
    // The one question that the session has for a later module: which listen is to be kept with it.
    listenToSave: () => listen.toSave(),
    ...newsCalls(tell),
  });
  const network = createNetworkCare(host.onNetworkChange, () => {
    log.info('network changed');
    badProxies.forget();
    session.tryNow();
  });
  const notes = createNotesHere({
    host,
    gatewayDate,
    settings,
    session,
    language,
    nameOf: (workNo) => roster.nameOf(workNo),
    onChange: changed,
  });
  const trail = createAuditTrail({
    host,
    gatewayDate,
    kept,
    settings,
    notices,
    session,
    onListen: notes.onListen,
    onTrailListens: () => {
      worklist.onTrailListens();
    },
    onChange: changed,
  });
  const { audit } = trail;

  const listen = createListen({
    clock,
    log,
    timings: { ...listenTimings, ...options.timings?.listen },
    live: () => session.live(),
    beforeRequest: async () => {
      keepListen(kept, listen.toSave());
      auditListen();
      return recorded();
    },
    begin: (link, workNo) => modes.begin(link, workNo),
    end: (link, workNo, deadline) => modes.end(link, workNo, deadline),
    onChange: () => {
      listenChanged.tell(null);
    },
  });

  const modes = createModeRoom({
    clock,
    log,
    link: () => session.live()?.link ?? null,
    listen: () => listen.shown(),
    beforeChange: recorded,
    onNews: (news) => {
      audit.onRequest(auditedMode(news));
    },
    onChange: changed,
  });

  const forces = createForceRoom({
    clock,
    beforeRequest: recorded,
    onNews: (news) => {
      audit.onRequest(auditedForce(news));
    },
    onAnswered: (failure) => {
      modes.forced(failure);
      roster.refresh();
    },
    onChange: changed,
  });

  const roster = createRoster({
    clock,
    random,
    log,
    interval: () => options.timings?.roster ?? settings.get().rosterInterval * 1_000,
    gatewayDate: () => gatewayDate.now() ?? clock.wall(),
    onAttention: () => {
      queues.look();
      rules.look();
    },
    onLook: (look) => {
      listen.onLook(look);
      forces.onLook(look.stateOf);
      worklist.onLook();
    },
    onChange: changed,
  });

  const queues = createQueues({
    clock,
    random,
    log,
    interval: options.timings?.queues ?? queuesInterval,
    wanted: () => roster.queuesInView() || rules.wantsQueues(),
    onNotHere: () => {
      notify(queuesNotHere);
    },
    onChange: changed,
  });

  const rules = createRules({
    clock,
    facts: () => ({
      rules: settings.get().rules,
      session: session.state(),
      roster: roster.status(),
      agentsUntil: roster.knownUntil(),
      agentsInView: roster.inView(),
      queues: queues.shown(),
      queuesInView: roster.queuesInView(),
      favourites: kept.get().rosterView.favourites,
      busy: isUnderWay(listen.shown()) ? 'listen' : alerts.underWay() ? 'alert' : null,
    }),
    rosterFeed: (send) => roster.feed(send, 'behind'),
    queues: queues.all,
    nameOf: (workNo) => roster.nameOf(workNo),
    onQueuesWanted: queues.look,
    onChange: changed,
  });

  const worklist = createWorklistHere({
    host,
    gatewayDate,
    kept,
    settings,
    session,
    roster,
    modes,
    audit,
    listen: (workNo) => commands.startListen(workNo),
    onChange: changed,
  });

  const statistics = createStatistics({
    log,
    inspector: () => {
      const now = session.state();
      return now.kind === 'signedIn' ? now.agentId : '';
    },
    trailListens: audit.trailListens,
    book: notes.book,
    nameOf: (workNo) => {
      const name = roster.nameOf(workNo);
      return name === workNo ? '' : name;
    },
    groupOf: worklist.groupOf,
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
    facts: () => ({
      session: session.state(),
      listen: listen.shown(),
      inspection: modes.shown(),
      roster: roster.status(),
      telling: rules.telling(),
      followAllowed: settings.get().followAllowed && settings.get().listenAllowed,
    }),
    settings: settings.get,
    rosterFeed: (send) => roster.feed(send),
    rows: roster.rows,
    refused: () => modes.noRight().listen,
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
    trail,
    session,
    alerts,
    waysTo,
    state,
    onState,
    onChange: changed,
  });
  records.boundLog();

  function auditListen(): void {
    const now = listen.shown();
    audit.onListen(now, modes.begunIn(), isUnderWay(now) && alerts.standsBehind(now.agent.workNo));
  }

  /** What was asked for is on the disk, or the administrator does not insist on that; else why it is not to be sent. */
  async function recorded(): Promise<Problem | null> {
    const isWritten = await audit.written(auditWithin);
    return isWritten || !settings.get().auditRequired ? null : listenUnrecorded;
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
    modes,
    forces,
    roster,
    alerts,
    records,
    notes,
    worklist,
    statistics,
    rules,
    links,
    onChange: changed,
  });

  settingsChanged.add((before) => {
    const { proxy, proxyDirect, autostart } = settings.get();
    records.boundLog();
    if (proxy !== before.proxy || proxyDirect !== before.proxyDirect) session.live()?.reconnect();
    if (autostart !== before.autostart) setStartAtLogin();
    trust.settingsChanged(before);
    notes.settingsChanged();
    worklist.settingsChanged();
    changed();
  });
  dateAgreed.add(records.removeOld);
  dateAgreed.add(notes.open);
  dateAgreed.add(worklist.open);
  onSessionNews((news) => {
    tellModules(news, { session, listen, modes, forces, roster, queues, alerts, together, notify });
  });
  listenChanged.add(() => {
    keepListen(kept, listen.toSave());
    auditListen();
    roster.follow(listen.shown());
    changed();
  });
  onChanging(() => {
    const now = session.state();
    modes.follow(now.kind === 'signedIn' && now.connection.kind === 'live');
  });
  onChanging(rules.follow);
  onChanging(alerts.update);
  onChanging(() => {
    const now = session.state();
    network.follow(now);
    // The session has let go of it by now, and so must the log.
    if (now.kind === 'signedIn' || now.kind === 'signedOut') secrets.settled();
  });
  let closing: Promise<void> | null = null;
  host.onResume(() => {
    log.info('resumed');
    session.wake();
    // A computer that was locked over night comes back with the policies of the new day.
    void host.readAdministered().then((administered) => {
      if (!settings.administer(administered)) return;
      for (const notice of administeredNotices(administered, settings.shown())) notify(notice);
    });
  });

  function state(): AppState {
    return appState({
      host,
      startAtLogin,
      form: options.form,
      kept,
      language,
      settings,
      trust,
      session,
      listen,
      modes,
      forces,
      roster,
      alerts,
      links,
      notices,
      records,
      notes,
      worklist,
      queues,
      rules,
    });
  }

  function notify(notice: Notice): void {
    notices.add(notice);
    changed();
  }

  return {
    start: () => {
      setStartAtLogin();
      forgetOtherGateways(kept, settings.get());
      changed();
      session.resume();
      // Nothing at the start that can wait; a listen does not wait for it.
      clock.after(auditOpensAfter, () => {
        audit.open();
        notes.open();
        worklist.open();
      });
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
