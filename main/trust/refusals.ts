import { refuse } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';

/** The administrator decides which certificates are trusted. */
export const administratorDecides = refuse(ownProblem('trust-administered'));

/** The certificate is one of the administrator's. */
export const setByAdministrator = refuse(ownProblem('pin-administered'));

/** The gateway has shown another certificate since. */
export const notShown = refuse(ownProblem('certificate-not-shown'));

export const nothingToForget = refuse(ownProblem('certificate-unknown'));
