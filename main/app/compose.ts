import type { AppState, Notice } from '../../contract/state.ts';
import { createLinks } from '../earshotLinks/links.ts';
import { createTypedSecrets } from '../log/typedSecrets.ts';
import { administeredNotices } from '../pageNotices/administeredNotices.ts';
import { createNotices } from '../pageNotices/notices.ts';
import { authorityFileUnreadable, startNotices } from '../pageNotices/startNotices.ts';
import { forgetOtherGateways } from '../session/signIn/administeredGateway.ts';
import { appState } from './appState.ts';
import { createCallCentre } from './callCentre.ts';
import { createChanges } from './changes.ts';
import { createCommands } from './commands.ts';
import { createConnection } from './connection.ts';
import { createDiagnosticsHere } from './diagnostics.ts';
import { handlersOf } from './handlers.ts';
import type { Host } from './host.ts';
import { createInspectionCommands } from './inspectionCommands.ts';
import type { Inspector } from './inspector.ts';
import type { InspectorOptions } from './inspectorOptions.ts';
import { createLeave } from './leave.ts';
import { createListening } from './listening.ts';
import { boundLog } from './logBounds.ts';
import { createPreferences } from './preferences.ts';
import { createRecords } from './records.ts';
import { createReview } from './review.ts';
import { answerPhone } from './sessionCommands.ts';
import { createSharedState } from './sharedState.ts';
import { createSignals } from './signals.ts';
import { createNotifying } from './notifying.ts';
import { wire } from './wiring.ts';

/** Milliseconds from the start after which the files of audit trail, notes and worklist are read. */
const filesOpenAfter = 3_000;

/**
 * Puts the modules together into the application (architecture.md, "One application, two hosts"): each is given those that were made before
 * it. What one has to tell of those that come after it goes through signals, which are wired at the end.
 */
export function createInspector(host: Host, options: InspectorOptions): Inspector {
  const { clock, log } = host;
  const { timings } = options;
  const signals = createSignals();
  const changes = createChanges();
  const { changed } = changes;
  const tell = (signal: 'dateAgreed' | 'attention' | 'listenRequested' | 'listenChanged' | 'trailGrew') => (): void => {
    signals[signal].notify(null);
  };

  const secrets = createTypedSecrets(log);
  const preferences = createPreferences(host, signals.settingsChanged.notify);
  const { persisted, settings, language } = preferences;
  const notices = createNotices(
    startNotices({ unreadable: persisted.unreadable, administered: administeredNotices(host.administered, settings.shown()) }),
  );
  function notify(notice: Notice): void {
    notices.add(notice);
    changed();
  }

  const connection = createConnection({
    host,
    timings,
    persisted,
    settings,
    onDateAgreed: tell('dateAgreed'),
    onNews: signals.sessionNews.notify,
    onNotice: notify,
    onChange: changed,
  });
  const { trust, session, gatewayDate } = connection;
  if (trust.shown().authorityFile.kind === 'unreadable') notices.add(authorityFileUnreadable);

  const callCentre = createCallCentre({
    host,
    timings,
    settings,
    gatewayDate,
    onAttention: tell('attention'),
    onRosterPolled: signals.rosterPolled.notify,
    onNotice: notify,
    onChange: changed,
  });
  const { roster, queues } = callCentre;

  const records = createRecords({
    host,
    preferences,
    gatewayDate,
    notices,
    session,
    nameOf: roster.nameOf,
    onTrailListens: tell('trailGrew'),
    onChange: changed,
  });
  const { audit, notes } = records;

  const listening = createListening({
    host,
    timings,
    settings,
    session,
    audit,
    lookAtAgents: roster.refresh,
    onRequested: tell('listenRequested'),
    onListen: tell('listenChanged'),
    onChange: changed,
  });
  const { listen, modes, forces } = listening;
  const inspection = createInspectionCommands({
    settings,
    session,
    listen,
    modes,
    forces,
    roster,
    auditReady: audit.ready,
    onListenAsked: signals.listenAsked.notify,
  });

  const notifying = createNotifying({
    host,
    timings,
    preferences,
    session,
    roster,
    queues,
    listening,
    startListen: inspection.startListen,
    answerPhone: () => answerPhone(session),
    say: notices.add,
    onChange: changed,
  });
  const { alerts, rules } = notifying;
  const review = createReview({
    host,
    preferences,
    gatewayDate,
    session,
    roster,
    modes,
    records,
    startListen: inspection.startListen,
    onChange: changed,
  });
  const { worklist } = review;
  const links = createLinks({
    clock,
    log,
    ready: () => session.state().kind === 'signedIn' && roster.status().kind !== 'loading',
    nameOf: roster.nameOf,
    onMalformed: () => {
      notify({ id: 'link-malformed', kind: 'linkMalformed' });
    },
    onChange: changed,
  });
  const diagnostics = createDiagnosticsHere({
    host,
    preferences,
    connection,
    alerts,
    onChanged: changes.onChanged,
    onChange: changed,
  });

  const state = (): AppState =>
    appState({
      host,
      options,
      preferences,
      notices,
      connection,
      callCentre,
      records,
      listening,
      notifying,
      worklist,
      links,
      diagnostics,
    });
  const { onState } = createSharedState(changes, state);

  const { signOut, leave } = createLeave({
    clock,
    listen,
    session,
    written: async () => {
      await Promise.all([audit.settled(), notes.settled(), worklist.settled()]);
    },
  });
  const command = createCommands(
    log,
    handlersOf({
      host,
      preferences,
      secrets,
      notices,
      connection,
      records,
      inspection,
      alerts,
      rules,
      review,
      links,
      diagnostics,
      state,
      signOut,
      onChange: changed,
    }),
  );

  const bound = (): void => {
    boundLog(host.logbook, settings, gatewayDate);
  };
  bound();
  wire({
    host,
    signals,
    changes,
    preferences,
    secrets,
    connection,
    callCentre,
    listening,
    notifying,
    records,
    worklist,
    boundLog: bound,
    notify,
  });
  let closing: Promise<void> | null = null;
  return {
    start: () => {
      preferences.setStartAtLogin();
      forgetOtherGateways(persisted, settings.get());
      changed();
      session.resume();
      // Nothing at the start that can wait; a listen does not wait for it.
      clock.after(filesOpenAfter, () => {
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
    command,
    openLink: links.open,
    subscribeToRoster: (send) => roster.subscribe(send),
    firstTimeInTray: () => {
      if (persisted.get().toldAboutTray) return false;
      persisted.change({ toldAboutTray: true });
      return true;
    },
    close: () => {
      closing ??= leave();
      return closing;
    },
  };
}
