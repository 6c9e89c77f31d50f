import { done, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SignIn } from '../session/signIn.ts';
import { command } from './interface.ts';
import type { Interface } from './interface.ts';

const lowestReason = 1;
const highestReason = 255;

/** onlineagent: sign-in and sign-out (protocol.md 1.1, 1.5). */
export function signInFamily(signIn: SignIn, sessions: Sessions, centre: Centre): Interface[] {
  const signOut = (session: Session): Answer => {
    sessions.end(session, 'ownRequest');
    return { ...done, message: 'success' };
  };
  return [
    // Before onlineagent/{agentid}, whose form it has.
    {
      method: 'PUT',
      path: 'onlineagent/loginbyaccount',
      logMethod: 'loginByAccount',
      guid: 'none',
      handle: ({ body }) => signIn.requestByAccount(body),
    },
    {
      method: 'PUT',
      path: 'onlineagent/{agentid}',
      logMethod: 'login',
      guid: 'none',
      handle: ({ parameter, body }) => signIn.request(parameter('agentid'), body, false),
    },
    {
      method: 'PUT',
      path: 'onlineagent/{agentid}/forcelogin',
      logMethod: 'forceLogin',
      guid: 'none',
      handle: ({ parameter, body }) => signIn.request(parameter('agentid'), body, true),
    },
    // CCS only; nothing more is documented of it (1.1).
    {
      method: 'PUT',
      path: 'onlineagent/{agentid}/loginex',
      logMethod: 'loginEx',
      guid: 'none',
      handle: ({ parameter, body }) => signIn.request(parameter('agentid'), body, false),
    },
    // Not signed out while talking or answering (1.5); a listening inspector's line is in that state as well.
    command('DELETE', 'onlineagent/{agentid}/logout', 'logout', ({ session }) =>
      isInCall(centre.existing(session.agentId).state) ? refused(retcode.signOutStateError) : signOut(session),
    ),
    command('DELETE', 'onlineagent/{agentid}/forcelogout', 'forceLogout', ({ session }) => signOut(session)),
    command('DELETE', 'onlineagent/{agentid}/forcelogoutwithreason/{reason}', 'forceLogoutWithReason', (call) => {
      const text = call.parameter('reason');
      const reason = Number(text);
      const isReason = /^\d{1,3}$/.test(text) && reason >= lowestReason && reason <= highestReason;
      return isReason ? signOut(call.session) : refused(retcode.signOutParametersInvalid);
    }),
  ];
}
