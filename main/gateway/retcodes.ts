import type { Problem, ProblemMeaning } from '../../contract/problem.ts';
import { wordedRetcodes } from '../../contract/problemMeanings.ts';

/** `200-001` and the like: a family of codes by the numbers behind the hyphen. */
const family = (of: string, ...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `${of}-${String(number).padStart(3, '0')}`);

/** The own call is not as an operation on it wants it (ccgateway.md 6). */
const callCodes = family('200', 1, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24);
const noCallCodes = [...family('200', 2, 5, 6, 17, 25, 26), ...family('400', 1, 3)];
const conferenceCodes = [...family('101', 1, 2, 3, 4, 5, 6, 7), ...family('700', 1, 2, 3), ...family('701', 1, 2, 3, 4, 5, 6)];
/** Of records and playing them, and of recorded videos of inspections. */
const recordingCodes = [...family('500', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...family('900', 6, 7, 8, 9)];

const worded: ReadonlyMap<string, ProblemMeaning> = new Map<string, ProblemMeaning>([
  ...wordedRetcodes.map((retcode) => [retcode, retcode] as const),
  // Of skills and VDN, and of services: which of them is for the administrator, who gets the code.
  ...callCodes.map((retcode) => [retcode, 'call-not-so'] as const),
  ...noCallCodes.map((retcode) => [retcode, 'no-call-there'] as const),
  ...conferenceCodes.map((retcode) => [retcode, 'conference-failed'] as const),
  ...recordingCodes.map((retcode) => [retcode, 'recording-failed'] as const),
  ['210-001', 'gateway-service-missing'],
  ...['600-001', '600-002', '600-003', '600-004', '600-005'].map((retcode) => [retcode, 'centre-not-set-up'] as const),
  ...['800-001', '800-002', '800-003'].map((retcode) => [retcode, 'gateway-service-missing'] as const),
]);

/** What a retcode means (ccgateway.md 6 and 3.1); a code that no document names still means something. Never throws. */
export function retcodeProblem(retcode: string): Problem {
  const code = /^[\w-]{1,32}$/.test(retcode) ? retcode : 'unreadable-code';
  return { code, meaning: worded.get(retcode) ?? 'unknown-retcode' };
}
