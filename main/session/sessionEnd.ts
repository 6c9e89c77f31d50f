import type { Problem, ProblemMeaning } from '../../contract/problem.ts';
import type { Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { signedOutAfter } from './contact/signedOutAfter.ts';

/** Why a session is over though its inspector did not ask for it. */
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
  /** `AgentOther_ShutdownService` was received (protocol.md 1.5). */
  readonly shutdownHeard: boolean;
}

/** The reason for the end that `failure` told of, and what that means. */
export function sessionEnd(failure: Failure, { sincePoll, afterLoss, shutdownHeard }: EndCircumstances): SessionEnd {
  const problem = failureProblem(failure);
  if (failure.kind !== 'refused') return { reason: 'broken', problem };
  if (failure.retcode.startsWith('105-')) return { reason: 'switchedOver', problem };
  const said = (reason: keyof typeof meanings): SessionEnd => ({ reason, problem: { code: failure.retcode, meaning: meanings[reason] } });
  if (shutdownHeard) return said('signedOutThere');
  if (sincePoll >= signedOutAfter) return said('timedOut');
  if (failure.retcode === '000-003') return said('guidRefused');
  return said(afterLoss ? 'goneMeanwhile' : 'kicked');
}

const meanings = {
  kicked: 'session-kicked',
  signedOutThere: 'signed-out-there',
  timedOut: 'session-timed-out',
  goneMeanwhile: 'session-gone-meanwhile',
  guidRefused: 'guid-refused',
} as const satisfies Partial<Record<EndReason, ProblemMeaning>>;
