import type { Problem, ProblemMeaning } from '../../contract/problem.ts';
import { wordedRetcodes } from '../../contract/problemMeanings.ts';

const worded: ReadonlyMap<string, ProblemMeaning> = new Map<string, ProblemMeaning>([
  ...wordedRetcodes.map((retcode) => [retcode, retcode] as const),
  // Of skills and VDN, and of services: which of them is for the administrator, who gets the code.
  ...['600-001', '600-002', '600-003', '600-004', '600-005'].map((retcode) => [retcode, 'centre-not-set-up'] as const),
  ...['800-001', '800-002', '800-003'].map((retcode) => [retcode, 'gateway-service-missing'] as const),
]);

/** What a retcode means (protocol.md 6 and 3.1); a code that no document names still means something. Never throws. */
export function retcodeProblem(retcode: string): Problem {
  const code = /^[\w-]{1,32}$/.test(retcode) ? retcode : 'unreadable-code';
  return { code, meaning: worded.get(retcode) ?? 'unknown-retcode' };
}
