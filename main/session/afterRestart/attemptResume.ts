import type { Problem } from '../../../contract/problem.ts';
import type { GatewayAddress } from '../../gateway/address.ts';
import type { Failure } from '../../gateway/failure.ts';
import { getAgentStatus } from '../../gateway/onlineagent.ts';
import { failureProblem } from '../../gateway/problem.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createClockJumpWatch } from '../contact/clockJump.ts';
import { endAtGateway } from '../endAtGateway.ts';
import { createUncertainGuid } from '../guid/uncertainGuid.ts';
import type { GatewayConnection } from '../connection/gatewayConnection.ts';
import type { Pause } from '../contact/pause.ts';
import type { PollTimings } from '../poll/pollTimings.ts';
import { createRegaining } from '../contact/regainContact.ts';
import { signedOutAfter } from '../contact/signedOutAfter.ts';
import { leftSignInWithin } from '../signIn/signingIn.ts';
import { isSessionOver, noRightsAfter } from '../contact/failureVerdict.ts';

export type ResumeAttempt = { readonly kind: 'taken' } | { readonly kind: 'over'; readonly failure: Failure } | { readonly kind: 'left' };

export interface AttemptResumeOptions {
  /** Carries the saved Guid. */
  readonly connection: GatewayConnection;
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

/** Takes up a session that an earlier run left alive; tries until two minutes after its last poll. Closes the connection unless resumed. */
export async function attemptResume(options: AttemptResumeOptions): Promise<ResumeAttempt> {
  const { connection, clock, pause } = options;
  const { endpoints } = connection;
  let noRights = 0;
  let last: Failure = { kind: 'aborted' };
  const isHopeless = (failure: Failure): boolean =>
    clock.now() - options.lastPoll >= signedOutAfter || (failure.kind === 'certificate' && endpoints.isHome());
  const regaining = createRegaining({
    ...options,
    endpoints,
    jump: createClockJumpWatch(clock.now, options.monotonic),
    probe: (deadline, signal) => getAgentStatus(connection.link, { deadline, signal }),
    renewConnections: connection.renewConnections,
    mayEndAtBackup: () => false,
    onLoss: (failure, _inARow, nextAttempt) => {
      last = failure;
      options.show(endpoints.present(), failureProblem(failure), nextAttempt);
      if (!options.isLeft() && !isHopeless(failure)) return;
      regaining.stop();
      pause.end();
    },
  });
  const uncertainGuid = createUncertainGuid({
    link: connection.link,
    clock,
    deadline: options.timings.probeDeadline,
    guid: connection.guid,
  });
  // The earlier run may have ended with an answer on its way.
  uncertainGuid.raise();
  for (;;) {
    const came = await regaining.run(null, 0);
    if (came.kind === 'regained') await uncertainGuid.settle();
    if (options.isLeft()) {
      // Nobody wants this session any more.
      await endAtGateway(connection.link, clock, leftSignInWithin);
      connection.close();
      return { kind: 'left' };
    }
    if (came.kind === 'regained') return { kind: 'taken' };
    if (came.kind !== 'there') return over(came.kind === 'over' ? came.failure : last);
    noRights = noRightsAfter(came.failure, noRights);
    if (isSessionOver(came.failure, noRights) || isHopeless(came.failure)) return over(came.failure);
    options.show(endpoints.present(), failureProblem(came.failure), clock.now() + askAgainAfter);
    await pause.wait(askAgainAfter);
  }

  function over(failure: Failure): ResumeAttempt {
    connection.close();
    return { kind: 'over', failure };
  }
}

/** A gateway that is there but says "not now" is asked again after this long. */
const askAgainAfter = 1_000;
