import type { Failure } from '../../gateway/failure.ts';

/**
 * What a failed request of a signed-in session means (protocol.md 2.1, 5):
 * `over`: the session is gone; `guid`: the Guid is not accepted, which a renewal under way explains for a while;
 * `wait`: the gateway is there and says not now; `lost`: no gateway answered, as far as can be told.
 */
export type Verdict = 'over' | 'guid' | 'wait' | 'lost';

/** Retcodes after which the session is gone for good (protocol.md 2.1). */
const overCodes: readonly string[] = ['100-006', '100-008', '105-001', '105-003', '105-004', '105-005', '105-006', '105-007'];

export function verdictOf(failure: Failure): Verdict {
  switch (failure.kind) {
    case 'refused':
      if (overCodes.includes(failure.retcode)) return 'over';
      return failure.retcode === '000-003' ? 'guid' : 'wait';
    case 'invalidResponse':
      return failure.reason === 'server-busy' ? 'wait' : 'lost';
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'aborted':
      return 'lost';
  }
}

/** How many 000-003 in a row are taken for a Guid renewed meanwhile rather than the end (protocol.md 2.1). */
const toleratedNoRight = 5;

/** Whether a failure says that the session is over; `noRights`: how many 000-003 came in a row, this one included. */
export function isSessionOver(failure: Failure, noRights: number): boolean {
  return verdictOf(failure) === 'over' || noRights > toleratedNoRight;
}

/** How many 000-003 have come in a row, after this failure. */
export function noRightsAfter(failure: Failure, before: number): number {
  return verdictOf(failure) === 'guid' ? before + 1 : 0;
}

/** Whether the gateway was asked too often (protocol.md 6). */
export function saysTooOften(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.retcode === '000-007';
}

/** Sign-in codes that mean "not yet" (protocol.md 6): a sign-in that nobody watches is tried again after them. */
const laterCodes: readonly string[] = ['000-004', '000-007', '100-003', '100-007', '100-021', '105-002'];

/** Whether a sign-in that failed so may succeed by itself later, without another password or word of the inspector. */
export function isWorthAnotherSignIn(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
      return laterCodes.includes(failure.retcode);
    case 'invalidResponse':
    case 'unreachable':
    case 'connectionLost':
    case 'timeout':
      return true;
    case 'certificate':
    case 'aborted':
      return false;
  }
}
