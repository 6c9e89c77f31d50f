import { happening } from '../agentEvent.ts';
import type { Happening } from '../agentEvent.ts';
import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Random } from '../random.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Timings } from '../timings.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { readCallBack } from './callBack.ts';
import type { CallBack } from './callBack.ts';
import { createGuids } from './guids.ts';
import type { AuthMode } from './guids.ts';
import { createSession } from './session.ts';
import type { LineTo, Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { readAccountName, readSignIn } from './signInParameters.ts';
import type { SignInParameters, SignInReading } from './signInParameters.ts';

/** Phone numbers the gateway is configured for; others get 100-014. */
export interface PhoneRange {
  readonly from: number;
  readonly to: number;
}

export interface SignInOptions {
  readonly accounts: Accounts;
  readonly centre: Centre;
  readonly sessions: Sessions;
  /** Called when an agent of the centre comes under their own client's control. */
  readonly takenOver: (agentId: string) => void;
  /** The way of every session's events. */
  readonly lineTo: LineTo;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly random: Random;
  readonly authMode: AuthMode;
  readonly apiEdition: ApiEdition;
  readonly phoneRange: PhoneRange | undefined;
}

/** Sign-in and forced sign-in (protocol.md 1.1). */
export interface SignIn {
  /** Signs an agent in; `forced` kicks the session they have. */
  request(agentId: string, body: string, forced: boolean): Promise<Answer>;
  /**
   * Signs in whoever has this account name, on the phone bound to it unless the body names one: the client that calls
   * loginbyaccount names none, and learns the work number from the answer (protocol.md 1.1).
   */
  requestByAccount(body: string): Promise<Answer>;
}

export function createSignIn(options: SignInOptions): SignIn {
  const { accounts, centre, sessions, clock, timings, apiEdition, phoneRange, lineTo } = options;
  const inProgress = new Set<string>();

  async function answer(account: Account | null, reading: SignInReading, forced: boolean): Promise<Answer> {
    if (reading.kind === 'refused') return refused(reading.retcode);
    const { parameters } = reading;
    if (account === null || account.password !== parameters.password) return refused(retcode.wrongPassword);
    const callBack = readCallBack(parameters);
    if (callBack.kind === 'invalid') return refused(retcode.signInParametersInvalid);
    if (callBack.kind === 'elsewhere') return { ...refused(retcode.signInParametersInvalid), message: callsNobodyElse };
    const obstacle = obstacleTo(account, parameters, forced);
    if (obstacle !== null) return refused(obstacle);
    inProgress.add(account.agentId);
    try {
      await pause(clock, timings.signIn);
      return start(account, parameters, callBack.kind === 'push' ? callBack.callBack : null, forced);
    } finally {
      inProgress.delete(account.agentId);
    }
  }

  function obstacleTo(account: Account, parameters: SignInParameters, forced: boolean): Retcode | null {
    const phone = Number(parameters.phonenum);
    if (account.locked) return retcode.accountLocked;
    if (account.passwordExpired) return retcode.passwordExpired;
    if (phoneRange !== undefined && (phone < phoneRange.from || phone > phoneRange.to)) return retcode.phoneOutOfRange;
    if (inProgress.has(account.agentId)) return retcode.signInInProgress;
    // An agent of the living centre who is signed in sits at another client.
    if (centre.existing(account.agentId).state === 'signedOut') return null;
    if (!forced) return retcode.alreadySignedIn;
    return account.cannotBeForcedOut ? retcode.cannotBeForcedOut : null;
  }

  function start(account: Account, parameters: SignInParameters, callBack: CallBack | null, forced: boolean): Answer {
    const before = sessions.of(account.agentId);
    if (before !== null) sessions.end(before, 'kicked');
    options.takenOver(account.agentId);
    const guids = createGuids(options.authMode, timings, options.random, clock.now());
    // The two pages differ: default true at sign-in, false at forced sign-in (protocol.md 1.1).
    const releasePhone = parameters.releasephone ?? !forced;
    const session = createSession({ account, parameters, callBack, releasePhone, guids, clock, timings, apiEdition, lineTo });
    const mediaType = mediaTypeOf(parameters);
    centre.describe(account.agentId, { phoneNumber: parameters.phonenum, loginDate: session.loginTime, mediaType });
    const first = firstState(parameters.status);
    sessions.start(session, first.state);
    session.tell(happening.inService, first.told);
    return { ...resulting(signInResult(session, mediaType)), setGuid: guids.current };
  }

  return {
    request: (agentId, body, forced) => answer(accounts.of(agentId), readSignIn(body, {}), forced),
    requestByAccount: (body) => {
      const name = readAccountName(body);
      if (name === null) return Promise.resolve(refused(retcode.signInParametersEmpty));
      const account = accounts.named(name);
      return answer(account, readSignIn(body, { phonenum: account?.phone ?? '0' }), false);
    },
  };
}

const callsNobodyElse = 'A simulator calls back addresses of this machine only.';

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

/** Signed in to the voice server, to the web multimedia's, to the mail's (protocol.md 1.1). */
function mediaTypeOf({ checkInWebm, checkInMailm }: SignInParameters): string {
  return `T${checkInWebm ? 'T' : 'F'}${checkInMailm ? 'T' : 'F'}`;
}

function signInResult(session: Session, mediaType: string): Record<string, string | number> {
  return {
    vdnid: 1,
    workno: session.agentId,
    mediatype: mediaType,
    loginTime: String(session.loginTime),
    isForceChange: String(session.account.mustChangePassword),
    serverName: 'AgentGateway',
    timeRemaining: session.account.timeRemaining,
  };
}
