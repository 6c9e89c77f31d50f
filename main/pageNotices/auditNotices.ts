import type { Notice } from '../../contract/notice.ts';

/** Entries of the audit trail wait; they are tried again. */
export const auditNotWritten: Notice = { id: 'audit-not-written', kind: 'auditNotWritten' };

/** The trail is not as Earshot left it. */
export const auditTampering: Notice = { id: 'audit-tampering', kind: 'auditTampering' };

/** Listens of an earlier run that could not be written down then. */
export const auditLate: Notice = { id: 'audit-late', kind: 'auditLate' };

/** The administrator's folder for heads of the chain takes none. */
export const auditHeadsNotWritten: Notice = { id: 'audit-heads-not-written', kind: 'auditHeadsNotWritten' };
