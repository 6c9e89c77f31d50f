import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import type { Notice } from '../../contract/notice.ts';
import { persistedBacklog } from '../audit/backlog.ts';
import { auditFolder } from '../audit/files.ts';
import { createHeadsFile } from '../audit/headsFile.ts';
import { persistedEnd } from '../audit/knownEnd.ts';
import { createAudit, type AuditOptions, type AuditService } from '../audit/audit.ts';
import type { KnownEnd } from '../audit/trail.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Host } from './host.ts';
import { auditHeadsNotWritten, auditLate, auditNotWritten, auditTampering } from '../pageNotices/auditNotices.ts';
import type { Notices } from '../pageNotices/notices.ts';
import type { SessionService } from '../session/session.ts';
import type { PersistedState } from '../store/persisted.ts';
import type { SettingsService } from '../settings/settings.ts';

export interface AuditTrailOptions {
  readonly host: Host;
  readonly gatewayDate: GatewayDate;
  readonly persisted: PersistedState;
  readonly settings: SettingsService;
  readonly notices: Notices;
  readonly session: SessionService;
  /** Told of each listen as the trail has it. */
  readonly onListen: AuditOptions['onListen'];
  /** What the trail has of listens is more than before. */
  onTrailListens(): void;
  onChange(): void;
}

/** The audit trail, and what is kept of its newest entry. */
export interface AuditTrail {
  readonly audit: AuditService;
  readonly known: KnownEnd;
}

/** Puts the audit trail together: in Earshot's own folder, for as long as the settings say, with its troubles among the notices. */
export function createAuditTrail({
  host,
  gatewayDate,
  persisted,
  settings,
  notices,
  session,
  onListen,
  onTrailListens,
  onChange,
}: AuditTrailOptions): AuditTrail {
  const { clock, log, secretBox, dataFolder } = host;
  const known = persistedEnd(persisted, secretBox);

  const notice = (about: Notice, so: boolean): void => {
    if (so) notices.add(about);
    else notices.dismiss(about.id);
    onChange();
  };
  const heads = createHeadsFile({
    folder: () => settings.get().auditHeadsFolder,
    name: `${hostname()}-${userInfo().username}`,
    log,
    onWritable: (writable) => {
      notice(auditHeadsNotWritten, !writable);
    },
  });
  const late = persisted.get().auditWaiting.length;
  if (late > 0) {
    log.warn('audit entries waited since an earlier run', { entries: late });
    notices.add(auditLate);
  }

  const audit = createAudit({
    files: auditFolder(path.join(dataFolder, 'audit')),
    clock,
    log,
    known,
    backlog: persistedBacklog(persisted),
    retention: () => settings.get().auditDays,
    date: gatewayDate.agreed,
    exportAllowed: () => settings.get().exportAllowed,
    listener: () => {
      const now = session.state();
      return now.kind === 'signedIn' ? { inspector: now.agentId, gateway: now.gateway } : null;
    },
    save: (name, text) => host.saveFile(name, text),
    onWritable: (writable) => {
      notice(auditNotWritten, !writable);
    },
    onTampering: () => {
      notice(auditTampering, true);
    },
    onListen,
    onTrailListens,
    onHead: (head, time) => {
      log.info('audit head', { seq: head.seq, hash: head.hash });
      heads.note(head, time);
    },
    onChange,
  });

  /** The last head of a shift is noted, too, before Earshot ends. */
  async function settled(): Promise<void> {
    await audit.settled();
    await heads.settled();
  }

  return { audit: { ...audit, settled }, known };
}
