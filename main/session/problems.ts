import { refuse } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';

/** What was asked does not fit what the session is doing. */
export const notNow = refuse(ownProblem('not-now'));

export const signOutUnconfirmed = ownProblem('sign-out-unconfirmed');

/** The gateway accepted the sign-in and sent no Guid. */
export const noGuid = ownProblem('no-guid');

/** The kept password no longer decrypts, and was discarded. */
export const persistedUnreadable = ownProblem('kept-sign-in-unreadable');

export const trustWithdrawn = ownProblem('trust-withdrawn');
