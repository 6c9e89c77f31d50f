import type { sessionMeanings } from '../../../contract/problemMeanings.ts';
import type { ProblemWords } from '../ProblemWords.ts';

/** Ends of sessions, and sign-ins that come to nothing. */
export const sessionProblems = {
  'session-kicked': {
    sentence: 'Your session was ended at the gateway, most likely because this agent ID signed in elsewhere.',
    remedy: 'Take over to sign in here again; the other place is then signed out.',
  },
  'signed-out-there': {
    sentence: 'You were signed out at the gateway, by another inspector or the administrator.',
    remedy: 'Sign in again when you want to go on.',
  },
  'session-timed-out': {
    sentence: 'There was no contact with the gateway for more than two minutes, so it signed you out.',
    remedy: 'Sign in again.',
  },
  'session-gone-meanwhile': {
    sentence: 'While the connection was lost, your session ended at the gateway.',
    remedy: 'Sign in again. The gateway may have been restarted, or this agent ID signed in elsewhere.',
  },
  'guid-refused': {
    sentence: 'The gateway no longer accepts your session.',
    remedy: 'Sign in again. If it happens often, tell your administrator.',
  },
  'sign-out-unconfirmed': {
    sentence: 'The gateway did not confirm that you are signed out.',
    remedy: 'It signs you out by itself within two minutes.',
  },
  'no-guid': {
    sentence: 'The gateway accepted the sign-in but sent no session.',
    remedy: 'Sign in again. If it stays, ask your administrator.',
  },
  'kept-sign-in-unreadable': {
    sentence: 'The password that was kept on this computer can no longer be read, and was discarded.',
    remedy: 'Sign in with your password again.',
  },
  'trust-withdrawn': {
    sentence: 'You took back the trust in this gateway’s certificate, so the session was ended at once.',
    remedy: 'The gateway signs you out by itself within two minutes. Sign in again when the certificate is settled.',
  },
  'bad-address': {
    sentence: 'This is not a gateway address.',
    remedy: 'Enter it like gateway.example:8043, as your administrator gave it to you.',
  },
  'bad-ip-address': {
    sentence: 'This IP address is not written in full.',
    remedy: 'Write four numbers without zeros in front, like 10.0.0.5; or an IPv6 address in brackets, like [fd00::5].',
  },
  'bad-agent-id': { sentence: 'This is not an agent ID.', remedy: 'An agent ID is a number from 101 to 999999.' },
  'no-password': { sentence: 'The password is missing.', remedy: 'Enter the password of your agent ID.' },
  'no-phone-number': { sentence: 'The phone number is missing.', remedy: 'Enter the number of the phone that shall ring when you listen.' },
} satisfies Record<(typeof sessionMeanings)[number], ProblemWords>;
