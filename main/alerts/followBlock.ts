import type { RosterRow } from '../../contract/roster.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Listen, Session } from '../../contract/state.ts';
import { listenUnderWay, notIdle, notSignedIn } from '../commandAnswers.ts';

/** Why nobody can be followed now; null: nothing is in the way. */
export function followBlock(session: Session, listen: Listen): Problem | null {
  if (session.kind !== 'signedIn') return notSignedIn;
  if (session.connection.kind !== 'live') return noContact;
  if (listen.kind !== 'idle' && listen.kind !== 'ended') return listenUnderWay;
  return session.ownState === 'idle' ? null : notIdle;
}

/** Why this agent cannot be followed: null, gone; undefined, not looked at yet, which is no reason. */
export function agentBlock(row: RosterRow | null | undefined): Problem | null {
  if (row === null || row?.state === 'signedOut') return agentSignedOut;
  return row?.state === 'talking' || row?.state === 'occupied' ? agentOnCall : null;
}

export const nothingAsked: Problem = {
  code: 'nothing-asked',
  sentence: 'The call is over, or was answered already.',
  remedy: 'Choose Listen beside the agent if there is still a call.',
};

const noContact: Problem = {
  code: 'no-contact',
  sentence: 'There is no contact with the gateway.',
  remedy: 'Wait until the connection is live, then follow the agent.',
};

const agentSignedOut: Problem = {
  code: 'agent-signed-out',
  sentence: 'This agent is signed out.',
  remedy: 'Follow an agent who is signed in.',
};

const agentOnCall: Problem = {
  code: 'agent-on-call',
  sentence: 'This agent is on a call already.',
  remedy: 'Choose Listen to hear it.',
};
