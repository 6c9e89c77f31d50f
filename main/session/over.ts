import type { Failure } from '../gateway/failure.ts';

/** Retcodes after which the session is gone for good (ccgateway.md 2.1). */
const overCodes: readonly string[] = ['100-006', '105-001', '105-003', '105-004', '105-005', '105-006', '105-007'];

/** How many 000-003 in a row are taken for a Guid renewed meanwhile rather than the end (ccgateway.md 2.1). */
const toleratedNoRight = 5;

/** Whether a failure says that the session is over; `noRights`: how many 000-003 came in a row, this one included. */
export function isSessionOver(failure: Failure, noRights: number): boolean {
  return failure.kind === 'refused' && (overCodes.includes(failure.retcode) || noRights > toleratedNoRight);
}

/** How many 000-003 have come in a row, after this failure. */
export function noRightsAfter(failure: Failure, before: number): number {
  return failure.kind === 'refused' && failure.retcode === '000-003' ? before + 1 : 0;
}
