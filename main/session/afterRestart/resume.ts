import type { Problem } from '../../../contract/problem.ts';
import { parseGatewayAddress, type GatewayAddress } from '../../gateway/address.ts';
import type { Failure } from '../../gateway/failure.ts';
import { failureProblem } from '../../gateway/problem.ts';
import type { GoLive } from '../goLive.ts';
import type { Pause } from '../contact/pause.ts';
import type { Standing } from '../phase.ts';
import { awaitsUnlocking, forgetSavedSession, openSavedSession } from './savedSession.ts';
import type { SessionOptions } from '../sessionOptions.ts';
import type { SignIn } from '../signIn/signIn.ts';
import { attemptResume } from './attemptResume.ts';

export interface ResumeOptions {
  readonly options: SessionOptions;
  readonly standing: Standing;
  readonly pause: Pause;
  readonly live: GoLive;
  readonly signIn: SignIn;
}

/** Milliseconds between two checks whether the keyring was unlocked. */
const checksEvery = 1_000;

/** Takes up a session that an earlier run left alive, if there is one; else signs in with what is kept, if that was chosen. */
export async function resume({ options, standing, pause, live, signIn }: ResumeOptions, isLeft: () => boolean): Promise<void> {
  const { clock, persisted, secretBox } = options;
  const present = () => ({ date: clock.wall(), up: options.upFor() });
  while (awaitsUnlocking(persisted, secretBox, present())) {
    await pause.wait(checksEvery);
    // Somebody signs in meanwhile, and what was saved is an earlier session's.
    if (isLeft()) return;
  }
  const opened = openSavedSession(persisted, secretBox, present());
  const address = opened === null ? null : parseGatewayAddress(opened.saved.gatewayAddress);
  if (opened === null || address === null) {
    forgetSavedSession(persisted);
    startPersisted(null);
    return;
  }
  const { saved, guid, age } = opened;
  const { agentId } = saved;
  const lastPoll = clock.now() - age;
  const connection = live.openConnection(address, agentId, guid);
  const show = (at: GatewayAddress, problem: Problem | null, nextAttempt: number | null): void => {
    if (!isLeft()) standing.enter({ kind: 'resuming', agentId, address: at, problem, nextAttempt });
  };
  show(address, null, null);
  const outcome = await attemptResume({ ...options, timings: options.timings(), connection, lastPoll, pause, isLeft, show });
  if (outcome.kind !== 'taken') forgetSavedSession(persisted);
  if (outcome.kind === 'left') return;
  if (outcome.kind === 'taken') live.goLive(connection, saved.listen);
  else startPersisted(outcome.failure);

  function startPersisted(failure: Failure | null): void {
    if (failure === null && persisted.get().keptSignIn === null) return;
    signIn.again(failure === null ? null : failureProblem(failure), null, 0);
  }
}
