import type { Problem } from '../../contract/problem.ts';
import { ownProblem } from '../results/ownProblem.ts';
import type { ListenOutcome } from './facts.ts';

/** What an outcome that needs words means; null where there is nothing to remedy, or where the refusal brings its own words. */
export function outcomeProblem(outcome: ListenOutcome): Problem | null {
  switch (outcome) {
    case 'notAnswered':
      return ownProblem('phone-not-answered');
    case 'declined':
      return ownProblem('phone-declined');
    case 'phoneUnavailable':
      return ownProblem('phone-unavailable');
    case 'endedUnseen':
      return ownProblem('listen-ended-unseen');
    case 'sessionOver':
      return ownProblem('session-over');
    case 'notStarted':
    case 'refused':
    case 'hungUp':
    case 'endedByOtherSide':
    case 'stopped':
      return null;
  }
}

/** The platform's own end of a ring does not say whether the phone refused or nobody came (protocol.md 3.1 step 8). */
export const ringEnded = ownProblem('ring-ended');

/** Earshot was started again during a listen. */
export const takenUp = ownProblem('listen-taken-up');

/** The listen goes on although the gateway accepted its end. */
export const stopWithoutEffect = ownProblem('stop-without-effect');

/** Neither the events nor the answers tell whether the inspector is in the call. */
export const cannotTell = ownProblem('listen-cannot-tell');
