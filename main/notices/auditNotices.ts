import type { Notice } from '../../contract/notice.ts';

/** Entries of the audit trail wait; they are tried again. */
export const auditNotWritten: Notice = { id: 'audit-not-written', kind: 'auditNotWritten' };

/** The trail is not as Earshot left it. */
export const auditTampering: Notice = { id: 'audit-tampering', kind: 'auditTampering' };
