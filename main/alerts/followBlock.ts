import type { RosterRow } from '../../contract/roster.ts';
import type { Problem } from '../../contract/problem.ts';
import { isUnderWay, type Listen, type Session } from '../../contract/state.ts';
import { listenUnderWay, notIdle, notSignedIn } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';

/** Why nobody can be followed now; null: nothing is in the way. */
export function followBlock(session: Session, listen: Listen): Problem | null {
  if (session.kind !== 'signedIn') return notSignedIn;
  if (session.connection.kind !== 'live') return ownProblem('no-contact');
  if (isUnderWay(listen)) return listenUnderWay;
  return session.ownState === 'idle' ? null : notIdle;
}

/** Why this agent cannot be followed: null, gone; undefined, not polled yet, which is no reason. */
export function agentBlock(row: RosterRow | null | undefined): Problem | null {
  if (row === null || row?.state === 'signedOut') return ownProblem('agent-signed-out');
  return row?.state === 'talking' || row?.state === 'occupied' ? ownProblem('agent-on-call') : null;
}

/** To follow one agent beside it is no part of it. */
export const standingUnderWay = ownProblem('standing-under-way');

/** The call is over, or was answered already. */
export const nothingAsked = ownProblem('nothing-asked');
