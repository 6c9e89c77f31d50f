import type { Notice } from '../../contract/notice.ts';
import { isUnderWay } from '../../contract/state.ts';
import type { TypedSecrets } from '../log/typedSecrets.ts';
import { administeredNotices } from '../pageNotices/administeredNotices.ts';
import type { WorklistService } from '../worklist/worklist.ts';
import type { CallCentre } from './callCentre.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { Host } from './host.ts';
import type { Listening } from './listening.ts';
import type { Preferences } from './preferences.ts';
import type { Records } from './records.ts';
import { tellModules } from './sessionNews.ts';
import type { Signals } from './signals.ts';
import type { Notifying } from './notifying.ts';

export interface WiringOptions {
  readonly host: Pick<Host, 'log' | 'onResume' | 'readAdministered'>;
  readonly signals: Signals;
  readonly changes: Changes;
  readonly preferences: Preferences;
  readonly secrets: TypedSecrets;
  readonly connection: Connection;
  readonly callCentre: CallCentre;
  readonly listening: Listening;
  readonly notifying: Notifying;
  readonly records: Records;
  readonly worklist: WorklistService;
  boundLog(): void;
  notify(notice: Notice): void;
}

/** Tells the modules what concerns them: the signals, and every change before it is told to the pages. */
export function wire(options: WiringOptions): void {
  onSettings(options);
  onDate(options);
  onSession(options);
  onRoster(options);
  onListen(options);
  onEachChange(options);
  onResume(options);
}

function onSettings({ signals, changes, preferences, connection, records, worklist, boundLog }: WiringOptions): void {
  signals.settingsChanged.add((before) => {
    const { proxy, proxyDirect, autostart } = preferences.settings.get();
    boundLog();
    if (proxy !== before.proxy || proxyDirect !== before.proxyDirect) connection.session.live()?.reconnect();
    if (autostart !== before.autostart) preferences.setStartAtLogin();
    connection.trust.settingsChanged(before);
    records.notes.settingsChanged();
    worklist.settingsChanged();
    changes.changed();
  });
}

/** What goes for its age goes, now that the date is confirmed. */
function onDate({ signals, records, worklist, boundLog }: WiringOptions): void {
  signals.dateAgreed.add(boundLog);
  signals.dateAgreed.add(records.audit.open);
  signals.dateAgreed.add(records.notes.open);
  signals.dateAgreed.add(worklist.open);
}

function onSession({ signals, changes, connection, callCentre, listening, notifying, notify }: WiringOptions): void {
  signals.sessionNews.add((news) => {
    const { session } = connection;
    tellModules(news, { session, ...listening, ...callCentre, alerts: notifying.alerts, together: changes.together, notify });
  });
}

function onRoster({ signals, callCentre, listening, notifying, worklist }: WiringOptions): void {
  signals.attention.add(callCentre.queues.look);
  signals.attention.add(notifying.rules.look);
  signals.rosterPolled.add((look) => {
    listening.listen.onLook(look);
    listening.forces.onLook(look.stateOf);
    worklist.onLook();
  });
}

function onListen({ signals, changes, connection, callCentre, listening, notifying, records, worklist }: WiringOptions): void {
  const { listen, modes } = listening;
  function keep(): void {
    connection.session.keepListen(listen.toSave());
    const now = listen.shown();
    records.audit.onListen(now, modes.begunIn(), isUnderWay(now) && notifying.alerts.standsBehind(now.agent.workNo));
  }
  signals.listenAsked.add(notifying.alerts.onListenAsked);
  signals.listenRequested.add(keep);
  signals.listenChanged.add(() => {
    modes.onListen(listen.shown());
    keep();
    callCentre.roster.follow(listen.shown());
    changes.changed();
  });
  signals.trailGrew.add(worklist.onTrailListens);
}

/** In this order: what is told of rules counts for the alerts, and both for the worklist's next listen. */
function onEachChange({ changes, secrets, connection, listening, notifying, worklist }: WiringOptions): void {
  const { session, network } = connection;
  changes.onChanging(() => {
    const now = session.state();
    listening.modes.follow(now.kind === 'signedIn' && now.connection.kind === 'live');
  });
  changes.onChanging(notifying.rules.follow);
  changes.onChanging(notifying.alerts.update);
  changes.onChanging(worklist.follow);
  changes.onChanging(() => {
    const now = session.state();
    network.follow(now);
    // The session has let go of it by now, and so must the log.
    if (now.kind === 'signedIn' || now.kind === 'signedOut') secrets.settled();
  });
}

function onResume({ host, preferences, connection, notify }: WiringOptions): void {
  const { settings } = preferences;
  host.onResume(() => {
    host.log.info('resumed');
    connection.session.wake();
    // A computer that was locked over night comes back with the policies of the new day.
    void host.readAdministered().then((administered) => {
      if (!settings.administer(administered)) return;
      for (const notice of administeredNotices(administered, settings.shown())) notify(notice);
    });
  });
}
