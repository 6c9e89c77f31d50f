import type { AppState } from '../../contract/state.ts';
import type { DiagnosticsService } from '../diagnostics/diagnostics.ts';
import type { LinksService } from '../earshotLinks/links.ts';
import type { Notices } from '../pageNotices/notices.ts';
import { withAdministered } from '../session/signIn/administeredGateway.ts';
import type { WorklistService } from '../worklist/worklist.ts';
import type { CallCentre } from './callCentre.ts';
import type { Connection } from './connection.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';
import type { Listening } from './listening.ts';
import type { Preferences } from './preferences.ts';
import type { Records } from './records.ts';
import type { Notifying } from './notifying.ts';

export interface AppStateOptions {
  readonly host: Pick<Host, 'version' | 'clock'>;
  readonly options: Pick<InspectorOptions, 'form'>;
  readonly preferences: Preferences;
  readonly notices: Notices;
  readonly connection: Pick<Connection, 'session' | 'trust'>;
  readonly callCentre: CallCentre;
  readonly records: Records;
  readonly listening: Listening;
  readonly notifying: Notifying;
  readonly worklist: WorklistService;
  readonly links: LinksService;
  readonly diagnostics: DiagnosticsService;
}

/** The whole state as the modules have it now. Reads, and changes nothing. */
export function appState(deps: AppStateOptions): AppState {
  const { host, preferences, connection, callCentre, records, listening, notifying } = deps;
  const { persisted, settings, language } = preferences;
  const { gatewayAddress, agentId, rosterView } = persisted.get();
  const form = deps.options.form ?? { gatewayAddress, agentId, password: '', phoneNumber: '' };
  return {
    version: host.version,
    now: host.clock.now(),
    language: language.get(),
    form: withAdministered(form, settings.get()),
    keepSignedIn: connection.session.keepSignedIn(),
    session: connection.session.state(),
    roster: callCentre.roster.status(),
    listen: listening.listen.shown(),
    inspection: listening.modes.shown(),
    noRight: listening.modes.noRight(),
    forced: listening.forces.shown(),
    ...notifying.alerts.shown(),
    link: deps.links.shown(),
    notices: [...deps.notices.shown()],
    settings: settings.shown(),
    startAtLogin: preferences.startAtLogin(),
    rosterView,
    trust: connection.trust.shown(),
    audit: records.audit.shown(),
    notes: records.notes.shown(),
    worklist: deps.worklist.shown(),
    queues: callCentre.queues.shown(),
    rules: notifying.rules.shown(),
    diagnostics: deps.diagnostics.shown(),
  };
}
