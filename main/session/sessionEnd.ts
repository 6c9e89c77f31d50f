import type { Problem } from '../../contract/problem.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { signedOutAfter } from './savedSession.ts';

/** Why a session is over without its inspector's wish. */
export type EndReason =
  /** Signed in elsewhere, most likely: it is not fought. */
  | 'kicked'
  /** The gateway announced the sign-out: an inspector's or the administrator's doing. */
  | 'signedOutThere'
  /** No poll for two minutes. */
  | 'timedOut'
  /** Gone when the link came back: the gateway was restarted, or another sign-in ended it meanwhile. */
  | 'goneMeanwhile'
  /** The Guid is no longer accepted. */
  | 'guidRefused'
  /** A switch-over of the gateway did not take the session along. */
  | 'switchedOver'
  /** Earshot's own poll broke. */
  | 'broken';

export interface SessionEnd {
  readonly reason: EndReason;
  readonly problem: Problem;
}

export interface EndCircumstances {
  /** Milliseconds since the last poll that the gateway answered. */
  readonly sincePoll: number;
  /** It came to light when a lost link came back. */
  readonly afterLoss: boolean;
  /** `AgentOther_ShutdownService` was received (ccgateway.md 1.5). */
  readonly shutdownHeard: boolean;
}

/** The reason for the end that `failure` told of, with the words for it. */
export function sessionEnd(failure: Failure, { sincePoll, afterLoss, shutdownHeard }: EndCircumstances): SessionEnd {
  const problem = failureProblem(failure);
  if (failure.kind !== 'refused') return { reason: 'broken', problem };
  if (failure.retcode.startsWith('105-')) return { reason: 'switchedOver', problem };
  const said = (reason: keyof typeof words): SessionEnd => ({ reason, problem: { code: failure.retcode, ...words[reason] } });
  if (shutdownHeard) return said('signedOutThere');
  if (sincePoll >= signedOutAfter) return said('timedOut');
  if (failure.retcode === '000-003') return said('guidRefused');
  return said(afterLoss ? 'goneMeanwhile' : 'kicked');
}

const words = {
  kicked: {
    sentence: 'Your session was ended at the gateway, most likely because this agent ID signed in elsewhere.',
    remedy: 'Take over to sign in here again; the other place is then signed out.',
  },
  signedOutThere: {
    sentence: 'You were signed out at the gateway, by another inspector or the administrator.',
    remedy: 'Sign in again when you want to go on.',
  },
  timedOut: {
    sentence: 'There was no contact with the gateway for more than two minutes, so it signed you out.',
    remedy: 'Sign in again.',
  },
  goneMeanwhile: {
    sentence: 'While the connection was lost, your session ended at the gateway.',
    remedy: 'Sign in again. The gateway may have been restarted, or this agent ID signed in elsewhere.',
  },
  guidRefused: {
    sentence: 'The gateway no longer accepts your session.',
    remedy: 'Sign in again. If it happens often, tell your administrator.',
  },
} as const;
