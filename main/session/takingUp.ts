import type { Problem } from '../../contract/problem.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { Failure } from '../gateway/failure.ts';
import { getAgentStatus } from '../gateway/onlineagent.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createClockJumpWatch } from './clockJump.ts';
import { endAtGateway } from './endAtGateway.ts';
import { createGuidDoubt } from './guidDoubt.ts';
import type { Line } from './line.ts';
import type { Pause } from './pause.ts';
import type { PollTimings } from './pollTimings.ts';
import { createRegaining } from './regain.ts';
import { signedOutAfter } from './savedSession.ts';
import { leftSignInWithin } from './signingIn.ts';
import { isSessionOver, noRightsAfter } from './verdict.ts';

export type TakingUpOutcome = { readonly kind: 'taken' } | { readonly kind: 'over'; readonly failure: Failure } | { readonly kind: 'left' };

export interface TakingUpOptions {
  /** Carries the saved Guid. */
  readonly line: Line;
  /** The last poll that the earlier run had answered. */
  readonly lastPoll: number;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly timings: PollTimings;
  readonly pause: Pause;
  isLeft(): boolean;
  show(address: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void;
}

/** Takes up a session that an earlier run left alive; tries until two minutes after its last poll. Closes the line unless taken. */
export async function takeUp(options: TakingUpOptions): Promise<TakingUpOutcome> {
  const { line, clock, pause } = options;
  const { ring } = line;
  let noRights = 0;
  let last: Failure = { kind: 'abandoned' };
  const isHopeless = (failure: Failure): boolean =>
    clock.now() - options.lastPoll >= signedOutAfter || (failure.kind === 'certificate' && ring.isHome());
  const regaining = createRegaining({
    ...options,
    ring,
    jump: createClockJumpWatch(clock.now, options.monotonic),
    probe: (deadline, signal) => getAgentStatus(line.link, { deadline, signal }),
    renewConnections: line.renewConnections,
    mayEndAtBackup: () => false,
    onLoss: (failure, _inARow, nextAttempt) => {
      last = failure;
      options.show(ring.present(), failureProblem(failure), nextAttempt);
      if (!options.isLeft() && !isHopeless(failure)) return;
      regaining.stop();
      pause.end();
    },
  });
  const guidDoubt = createGuidDoubt({ link: line.link, clock, deadline: options.timings.probeDeadline, guid: line.guid });
  // The earlier run may have ended with an answer on its way.
  guidDoubt.raise();
  for (;;) {
    const came = await regaining.run(null, 0);
    if (came.kind === 'regained') await guidDoubt.settle();
    if (options.isLeft()) {
      // Nobody wants this session any more.
      await endAtGateway(line.link, clock, leftSignInWithin);
      line.close();
      return { kind: 'left' };
    }
    if (came.kind === 'regained') return { kind: 'taken' };
    if (came.kind !== 'there') return over(came.kind === 'over' ? came.failure : last);
    noRights = noRightsAfter(came.failure, noRights);
    if (isSessionOver(came.failure, noRights) || isHopeless(came.failure)) return over(came.failure);
    options.show(ring.present(), failureProblem(came.failure), clock.now() + askAgainAfter);
    await pause.wait(askAgainAfter);
  }

  function over(failure: Failure): TakingUpOutcome {
    line.close();
    return { kind: 'over', failure };
  }
}

/** A gateway that is there but says "not now" is asked again after this long. */
const askAgainAfter = 1_000;
