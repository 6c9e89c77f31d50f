import type { AppState } from '../../contract/state.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { DiagnosticsRoom } from '../diagnostics/room.ts';
import type { LinksRoom } from '../links/links.ts';
import type { TypedSecrets } from '../log/typedSecrets.ts';
import type { Notices } from '../notices/notices.ts';
import type { RulesRoom } from '../rules/room.ts';
import type { Handlers } from './commands.ts';
import type { Connection } from './connection.ts';
import type { Host } from './host.ts';
import type { InspectionCommands } from './inspectionCommands.ts';
import { followCommands, linkCommands, ownCommands } from './ownCommands.ts';
import type { Preferences } from './preferences.ts';
import type { Records } from './records.ts';
import type { Review } from './review.ts';
import { saveSupportFile } from './saveSupportFile.ts';
import { sessionCommands } from './sessionCommands.ts';

export interface HandlersParts {
  readonly host: Pick<Host, 'clock' | 'logbook' | 'saveFile'>;
  readonly preferences: Preferences;
  readonly secrets: TypedSecrets;
  readonly notices: Notices;
  readonly connection: Connection;
  readonly records: Records;
  readonly inspection: InspectionCommands;
  readonly alerts: Alerts;
  readonly rules: RulesRoom;
  readonly review: Review;
  readonly links: LinksRoom;
  readonly diagnostics: DiagnosticsRoom;
  state(): AppState;
  signOut(): Promise<void>;
  onChange(): void;
}

/** Who carries each command out: the module that it is about, or commands of several modules here. The compiler asks for every one. */
export function handlersOf(parts: HandlersParts): Handlers {
  const { host, notices, records, inspection, alerts, links } = parts;
  const { kept, settings } = parts.preferences;
  const { trust, session } = parts.connection;
  return {
    ...sessionCommands({ settings, secrets: parts.secrets, trust, session, signOut: parts.signOut }),
    ...inspection.handlers,
    ...linkCommands(links, inspection.startListen),
    ...alerts.answers,
    ...followCommands(settings, alerts),
    ...records.audit.answers,
    ...records.notes.answers,
    ...parts.review.worklist.answers,
    ...parts.review.statistics.answers,
    ...parts.rules.answers,
    ...parts.diagnostics.answers,
    ...ownCommands(kept, settings, notices, parts.onChange),
    saveSupportFile: () => saveSupportFile(host, records.known, parts.state()),
  };
}
