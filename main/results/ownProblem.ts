import type { Problem, ProblemMeaning } from '../../contract/problem.ts';

/** A problem whose code is Earshot's own. */
export function ownProblem(code: ProblemMeaning): Problem {
  return { code, meaning: code };
}
