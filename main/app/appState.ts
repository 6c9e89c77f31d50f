import type { AppState, SignInForm } from '../../contract/state.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { Host } from './host.ts';
import type { ForceRoom } from '../inspection/forceRoom.ts';
import type { ModeRoom } from '../inspection/modeRoom.ts';
import type { LinksRoom } from '../links/links.ts';
import type { ListenRoom } from '../listen/listen.ts';
import type { NotesRoom } from '../notes/room.ts';
import type { Notices } from '../notices/notices.ts';
import type { Records } from './records.ts';
import type { QueuesRoom } from '../queues/queues.ts';
import type { RosterRoom } from '../roster/roster.ts';
import { withAdministered } from '../session/administeredGateway.ts';
import type { RulesRoom } from '../rules/room.ts';
import type { SessionRoom } from '../session/session.ts';
import type { Kept } from '../settings/kept.ts';
import type { SettingsRoom } from '../settings/settings.ts';
import type { SpokenLanguage } from '../settings/spokenLanguage.ts';
import type { TrustRoom } from '../trust/trust.ts';
import type { WorklistRoom } from '../worklist/room.ts';

export interface AppStateParts {
  readonly host: Pick<Host, 'version' | 'clock'>;
  readonly startAtLogin: AppState['startAtLogin'];
  /** What the sign-in form starts with; null: what was kept from the last sign-in. */
  readonly form: SignInForm | null;
  readonly kept: Kept;
  readonly language: SpokenLanguage;
  readonly settings: SettingsRoom;
  readonly trust: TrustRoom;
  readonly session: SessionRoom;
  readonly listen: ListenRoom;
  readonly modes: ModeRoom;
  readonly forces: ForceRoom;
  readonly roster: RosterRoom;
  readonly alerts: Alerts;
  readonly links: LinksRoom;
  readonly notices: Notices;
  readonly records: Records;
  readonly notes: NotesRoom;
  readonly worklist: WorklistRoom;
  readonly queues: QueuesRoom;
  readonly rules: RulesRoom;
}

/** The whole state as the modules have it now. Reads, and changes nothing. */
export function appState(parts: AppStateParts): AppState {
  const {
    host,
    startAtLogin,
    form,
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
  } = parts;
  const { gatewayAddress, agentId, rosterView } = kept.get();
  return {
    version: host.version,
    now: host.clock.now(),
    language: language.get(),
    form: withAdministered(form ?? { gatewayAddress, agentId, password: '', phoneNumber: '' }, settings.get()),
    keepSignedIn: session.keepSignedIn(),
    session: session.state(),
    roster: roster.status(),
    listen: listen.shown(),
    inspection: modes.shown(),
    noRight: modes.noRight(),
    forced: forces.shown(),
    ...alerts.shown(),
    link: links.shown(),
    notices: [...notices.shown()],
    settings: settings.shown(),
    startAtLogin,
    rosterView,
    trust: trust.shown(),
    audit: records.audit.shown(),
    notes: notes.shown(),
    worklist: worklist.shown(),
    queues: queues.shown(),
    rules: rules.shown(),
    diagnostics: records.diagnostics.shown(),
  };
}
