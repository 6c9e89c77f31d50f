import type { Notice } from '../../contract/state.ts';

/** Entries of the audit trail wait; they are tried again. */
export const auditNotWritten: Notice = {
  id: 'audit-not-written',
  sentence: 'The audit trail cannot be written on this computer at the moment. Tell your administrator. Earshot keeps trying.',
};

/** The trail is not as Earshot left it. */
export const auditTampering: Notice = {
  id: 'audit-tampering',
  sentence: 'The audit trail on this computer was changed outside Earshot. Tell your administrator.',
};
