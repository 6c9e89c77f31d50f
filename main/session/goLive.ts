import type { Problem } from '../../contract/problem.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { SavedListen } from '../store/persisted.ts';
import type { PersistedSignIns } from './signIn/persistedSignIn.ts';
import type { GatewayConnection } from './connection/gatewayConnection.ts';
import { startLive } from './live.ts';
import type { Standing } from './phase.ts';
import { createSessionSaver, forgetSavedSession } from './afterRestart/savedSession.ts';
import { signedOutAfter } from './contact/signedOutAfter.ts';
import type { SessionEnd } from './sessionEnd.ts';
import type { SessionOptions } from './sessionOptions.ts';
import { trustWithdrawn } from './problems.ts';

export interface GoLiveOptions {
  readonly options: SessionOptions;
  readonly standing: Standing;
  readonly persistedSignIns: PersistedSignIns;
  /** The listen under way, to be kept with the session. */
  listenToKeep(): SavedListen | null;
  /** `ownSessionUntil`: as long as the gateway may still hold the session that is over. */
  signInAgain(problem: Problem, address: GatewayAddress, ownSessionUntil: number): void;
}

/** From the first answer to the end that nobody asked for. */
export interface GoLive {
  openConnection(address: GatewayAddress, agentId: string, firstGuid: string | null): GatewayConnection;
  /** `connection` carries a session: it lives from now on. `listen`: what an earlier run had under way in it. */
  goLive(connection: GatewayConnection, listen: SavedListen | null): void;
}

/** A session that is not polled is gone at the gateway after two minutes (protocol.md 1.3), and a little. */
const ownSessionGone = signedOutAfter + 10_000;

export function createGoLive({ options, standing, persistedSignIns, listenToKeep, signInAgain }: GoLiveOptions): GoLive {
  const { clock, log, persisted } = options;
  const { enter } = standing;

  /** The inspector no longer trusts who is at the other end: nothing more is sent there, not even a sign-out. */
  function withdrawn(connection: GatewayConnection): void {
    const phase = standing.phase();
    if (phase.kind !== 'signedIn' || phase.connection !== connection) return;
    log.warn('session over', { code: trustWithdrawn.code });
    phase.live.stop();
    forgetSavedSession(persisted);
    connection.close();
    options.onEnd();
    enter({ kind: 'signedOut', problem: trustWithdrawn });
  }

  /** What follows an end that nobody asked for: a new session where the password is at hand and nobody is thrown out by it, else words. */
  function afterEnd({ reason, problem }: SessionEnd, address: GatewayAddress): void {
    switch (reason) {
      case 'kicked': {
        // Not fought: the inspector decides.
        const attempt = persistedSignIns.open();
        if (typeof attempt === 'string') enter({ kind: 'signedOut', problem, offer: 'takeOver' });
        else enter({ kind: 'takeOver', attempt, problem });
        return;
      }
      case 'signedOutThere':
      case 'broken':
        enter({ kind: 'signedOut', problem });
        return;
      case 'timedOut':
      case 'goneMeanwhile':
      case 'guidRefused':
      case 'switchedOver':
        signInAgain(problem, address, clock.now() + ownSessionGone);
        return;
    }
  }

  return {
    openConnection: (address, agentId, firstGuid) => {
      const connection = options.openConnection(address, agentId, firstGuid, () => {
        withdrawn(connection);
      });
      return connection;
    },
    goLive: (connection, listen) => {
      const { link, guid, endpoints } = connection;
      const saver = createSessionSaver({ ...options, agentId: link.agentId });
      let gateway = endpoints.present().authority;
      const save = (): void => {
        const current = guid.current();
        const { authority } = endpoints.present();
        if (authority !== gateway) options.onMoved(authority);
        gateway = authority;
        if (current !== null) saver.contact(authority, current, listenToKeep());
      };
      const live = startLive({
        ...options,
        connection,
        timings: options.timings(),
        onContact: save,
        canSignInAgain: () => persistedSignIns.shown() === 'on',
        onOver: (end) => {
          log.warn('session over', { code: end.problem.code, reason: end.reason });
          saver.forget();
          const address = endpoints.present();
          connection.close();
          options.onEnd();
          afterEnd(end, address);
        },
      });
      log.info('signed in');
      enter({ kind: 'signedIn', live, connection });
      options.onLive(listen);
      save();
    },
  };
}
