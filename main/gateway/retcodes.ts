import type { Problem, ProblemMeaning } from '../../contract/problem.ts';
import { wordedRetcodes } from '../../contract/problemMeanings.ts';

const worded: ReadonlyMap<string, ProblemMeaning> = new Map<string, ProblemMeaning>([
  ...wordedRetcodes.map((retcode) => [retcode, retcode] as const),
  // Of skills and VDN, and of services: which of them is for the administrator, who gets the code.
  ...['600-001', '600-002', '600-003', '600-004', '600-005'].map((retcode) => [retcode, 'centre-not-set-up'] as const),
  ...['800-001', '800-002', '800-003'].map((retcode) => [retcode, 'gateway-service-missing'] as const),
  // Of calls, their data, recordings and conferences: what was asked for has nothing to be done with.
  ...codes('200', 1, 26).map((retcode) => [retcode, retcode === '200-002' ? 'nothing-to-answer' : 'no-such-call'] as const),
  ...['210-001', '400-001', '400-003'].map((retcode) => [retcode, 'no-such-call'] as const),
  ...[...codes('500', 1, 10), ...codes('900', 6, 9)].map((retcode) => [retcode, 'no-such-recording'] as const),
  ...[...codes('101', 1, 7), ...codes('700', 1, 3), ...codes('701', 1, 6)].map((retcode) => [retcode, 'no-such-conference'] as const),
  // Of signing in by account name (aPortal's).
  ['100-060', '100-011'],
  ['100-061', '110-016'],
  ['100-062', '100-004'],
]);

/** `200-001` to `200-026`. */
function codes(family: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${family}-${String(first + index).padStart(3, '0')}`);
}

/** What a retcode means (protocol.md 6 and 3.1); a code that no document names still means something. Never throws. */
export function retcodeProblem(retcode: string): Problem {
  const code = /^[\w-]{1,32}$/.test(retcode) ? retcode : 'unreadable-code';
  return { code, meaning: worded.get(retcode) ?? 'unknown-retcode' };
}
