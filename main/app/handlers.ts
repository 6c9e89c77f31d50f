import type { AppState } from '../../contract/state.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { DiagnosticsService } from '../diagnostics/diagnostics.ts';
import type { LinksService } from '../earshotLinks/links.ts';
import type { TypedSecrets } from '../log/typedSecrets.ts';
import type { Notices } from '../pageNotices/notices.ts';
import type { RulesService } from '../rules/rules.ts';
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

export interface HandlersOptions {
  readonly host: Pick<Host, 'clock' | 'logbook' | 'saveFile'>;
  readonly preferences: Preferences;
  readonly secrets: TypedSecrets;
  readonly notices: Notices;
  readonly connection: Connection;
  readonly records: Records;
  readonly inspection: InspectionCommands;
  readonly alerts: Alerts;
  readonly rules: RulesService;
  readonly review: Review;
  readonly links: LinksService;
  readonly diagnostics: DiagnosticsService;
  state(): AppState;
  signOut(): Promise<void>;
  onChange(): void;
}

/** Who carries each command out: the module that it is about, or commands of several modules here. The compiler asks for every one. */
export function handlersOf(options: HandlersOptions): Handlers {
  const { host, notices, records, inspection, alerts, links } = options;
  const { persisted, settings } = options.preferences;
  const { trust, session } = options.connection;
  return {
    ...sessionCommands({ settings, secrets: options.secrets, trust, session, signOut: options.signOut }),
    ...inspection.handlers,
    ...linkCommands(links, inspection.startListen),
    ...alerts.handlers,
    ...followCommands(settings, alerts),
    ...records.audit.handlers,
    ...records.notes.handlers,
    ...options.review.worklist.handlers,
    ...options.review.statistics.handlers,
    ...options.rules.handlers,
    ...options.diagnostics.handlers,
    ...ownCommands(persisted, settings, notices, options.onChange),
    saveSupportFile: () => saveSupportFile(host, records.known, options.state()),
  };
}
