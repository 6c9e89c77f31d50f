import { happening } from '../agentEvent.ts';
import type { Happening } from '../agentEvent.ts';
import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Dialect } from '../dialect.ts';
import type { Random } from '../random.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Timings } from '../timings.ts';
import type { Account } from './account.ts';
import { Guids } from './guids.ts';
import type { AuthMode } from './guids.ts';
import { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { readSignIn } from './signInParameters.ts';
import type { SignInParameters } from './signInParameters.ts';

/** Phone numbers the gateway is configured for; others get 100-014. */
export interface PhoneRange {
  readonly from: number;
  readonly to: number;
}

export interface SignInSurroundings {
  readonly accountOf: (agentId: string) => Account | undefined;
  readonly centre: Centre;
  readonly sessions: Sessions;
  /** Called when an agent of the centre comes under his own client's control. */
  readonly takenOver: (agentId: string) => void;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly random: Random;
  readonly authMode: AuthMode;
  readonly dialect: Dialect;
  readonly phoneRange: PhoneRange | undefined;
}

/** Sign-in and forced sign-in (ccgateway.md 1.1). */
export class SignIn {
  readonly #here: SignInSurroundings;
  readonly #inProgress = new Set<string>();

  constructor(surroundings: SignInSurroundings) {
    this.#here = surroundings;
  }

  /** Signs an agent in; `forced` kicks the session he has. */
  async request(agentId: string, body: string, forced: boolean): Promise<Answer> {
    const reading = readSignIn(body);
    if (reading.kind === 'refused') return refused(reading.retcode);
    const account = this.#here.accountOf(agentId);
    if (account === undefined || account.password !== reading.parameters.password) return refused(retcode.wrongPassword);
    const obstacle = this.#obstacle(account, reading.parameters, forced);
    if (obstacle !== undefined) return refused(obstacle);
    this.#inProgress.add(agentId);
    try {
      await pause(this.#here.clock, this.#here.timings.signIn);
      return this.#start(account, reading.parameters, forced);
    } finally {
      this.#inProgress.delete(agentId);
    }
  }

  #obstacle(account: Account, parameters: SignInParameters, forced: boolean): Retcode | undefined {
    const { phoneRange, centre } = this.#here;
    const phone = Number(parameters.phonenum);
    if (account.locked) return retcode.accountLocked;
    if (account.passwordExpired) return retcode.passwordExpired;
    if (phoneRange !== undefined && (phone < phoneRange.from || phone > phoneRange.to)) return retcode.phoneOutOfRange;
    if (this.#inProgress.has(account.agentId)) return retcode.signInInProgress;
    // An agent of the living centre who is signed in sits at another client.
    if (centre.existing(account.agentId).state === 'signedOut') return undefined;
    if (!forced) return retcode.alreadySignedIn;
    return account.cannotBeForcedOut ? retcode.cannotBeForcedOut : undefined;
  }

  #start(account: Account, parameters: SignInParameters, forced: boolean): Answer {
    const { sessions, clock, timings, random, authMode, dialect, takenOver, centre } = this.#here;
    const before = sessions.of(account.agentId);
    if (before !== undefined) sessions.end(before, 'kicked');
    takenOver(account.agentId);
    const guids = new Guids(authMode, timings, random, clock.now());
    // The two pages differ: default true at sign-in, false at forced sign-in (ccgateway.md 1.1).
    const releasePhone = parameters.releasephone ?? !forced;
    const session = new Session({ account, parameters, releasePhone, guids, clock, timings, dialect });
    centre.describe(account.agentId, { phoneNumber: parameters.phonenum, loginDate: session.loginTime });
    const first = firstState(parameters.status);
    sessions.start(session, first.state);
    session.tell(happening.inService, first.told);
    return { ...resulting(signInResult(session)), setGuid: guids.current };
  }
}

function firstState(status: SignInParameters['status']): { state: AgentState; told: Happening } {
  switch (status) {
    case 3:
      return { state: 'busy', told: happening.setNotReady('0') };
    case 4:
      return { state: 'idle', told: happening.ready };
    case 5:
      return { state: 'wrapUp', told: happening.work };
  }
}

function signInResult(session: Session): Record<string, string | number> {
  return {
    vdnid: 1,
    workno: session.agentId,
    mediatype: 'TTF',
    loginTime: String(session.loginTime),
    isForceChange: String(session.account.mustChangePassword),
    serverName: 'AgentGateway',
    timeRemaining: session.account.timeRemaining,
  };
}
