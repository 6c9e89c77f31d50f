import type { Problem, ProblemMeaning } from '../../contract/problem.ts';
import { wordedRetcodes } from '../../contract/problemMeanings.ts';

const worded: ReadonlyMap<string, ProblemMeaning> = new Map(wordedRetcodes.map((retcode) => [retcode, retcode]));

/** What a retcode means (ccgateway.md 6 and 3.1); a code that no document names still means something. Never throws. */
export function retcodeProblem(retcode: string): Problem {
  const code = /^[\w-]{1,32}$/.test(retcode) ? retcode : 'unreadable-code';
  return { code, meaning: worded.get(retcode) ?? 'unknown-retcode' };
}
