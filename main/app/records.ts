import type { KnownEnd } from '../audit/trail.ts';
import type { AuditService } from '../audit/audit.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { NotesService } from '../notes/notes.ts';
import type { Notices } from '../pageNotices/notices.ts';
import type { SessionService } from '../session/session.ts';
import { createAuditTrail } from './auditTrail.ts';
import type { Host } from './host.ts';
import { createNotesHere } from './notes.ts';
import type { Preferences } from './preferences.ts';

export interface RecordsOptions {
  readonly host: Host;
  readonly preferences: Preferences;
  readonly gatewayDate: GatewayDate;
  readonly notices: Notices;
  readonly session: SessionService;
  nameOf(workNo: string): string;
  /** What the trail has of listens is more than before. */
  onTrailListens(): void;
  onChange(): void;
}

/** What is written down of listens: by Earshot in the audit trail, by the inspector in notes. */
export interface Records {
  readonly audit: AuditService;
  /** What is kept of the trail's newest entry. */
  readonly known: KnownEnd;
  readonly notes: NotesService;
}

export function createRecords({ preferences, nameOf, onTrailListens, notices, ...shared }: RecordsOptions): Records {
  const { persisted, settings, language } = preferences;
  const notes = createNotesHere({ ...shared, settings, language, nameOf });
  const trail = createAuditTrail({ ...shared, persisted, settings, notices, onListen: notes.onListen, onTrailListens });
  return { ...trail, notes };
}
