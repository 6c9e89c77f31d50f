import type { CommandAnswer } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';

export const notNow: CommandAnswer = {
  ok: false,
  problem: {
    code: 'not-now',
    sentence: 'That is not possible at the moment.',
    remedy: 'Look at what the window shows now, then try again.',
  },
};

export const signOutUnconfirmed: Problem = {
  code: 'sign-out-unconfirmed',
  sentence: 'The gateway did not confirm that you are signed out.',
  remedy: 'It signs you out by itself within two minutes.',
};

export const noGuid: Problem = {
  code: 'no-guid',
  sentence: 'The gateway accepted the sign-in but sent no session.',
  remedy: 'Sign in again. If it stays, ask your administrator.',
};

export const keptUnreadable: Problem = {
  code: 'kept-sign-in-unreadable',
  sentence: 'The password that was kept on this computer can no longer be read, and was discarded.',
  remedy: 'Sign in with your password again.',
};

export const trustWithdrawn: Problem = {
  code: 'trust-withdrawn',
  sentence: 'You took back the trust in this gateway’s certificate, so the session was ended at once.',
  remedy: 'The gateway signs you out by itself within two minutes. Sign in again when the certificate is settled.',
};
