import type { Problem } from '../../../contract/problem.ts';
import type { Connection } from '../../../contract/state.ts';
import { signedOutAfter } from './signedOutAfter.ts';

/** What is wrong with the contact, if anything. */
export type Trouble =
  | { readonly kind: 'none' }
  /** The gateway answers, but with refusals, or never to the poll. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly problem: Problem; readonly inARow: number; readonly nextAttempt: number | null };

/**
 * One loss may be a closed keep-alive connection; two in a row are a lost link. The second is known when the poll's probe and the next try
 * (`probeDeadline` each, poll/pollTimings.ts) were not answered: within 16 seconds (`npm run bench -- link-loss-shown`).
 */
const lostAfter = 2;

/** How the contact is shown. `newsWithin`: an answer is expected within this many milliseconds of the last. */
export function connectionOf(trouble: Trouble, lastContact: number, newsWithin: number, now: number): Connection {
  const silence = now - lastContact;
  const problem = trouble.kind === 'none' ? null : trouble.problem;
  if (trouble.kind === 'lost' && trouble.inARow >= lostAfter) {
    const kind = silence >= signedOutAfter ? 'offline' : 'reconnecting';
    return { kind, lastContact, problem: trouble.problem, nextAttempt: trouble.nextAttempt };
  }
  return { kind: silence > newsWithin || trouble.kind === 'refused' ? 'stale' : 'live', lastContact, problem };
}
