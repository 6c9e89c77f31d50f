import type { wordedRetcodes } from '../../../contract/problemMeanings.ts';
import type { ProblemWords } from '../ProblemWords.ts';

const askAdministrator = 'Ask your administrator, and give the code below.';
const tryAgainSoon = 'Try again in a moment. If it stays, ask your administrator.';
const signInAgain = 'Sign in again.';

/** What the gateway's own codes mean (protocol.md 6 and 3.1; the remedies are ours). */
export const gatewayProblems = {
  '000-001': {
    sentence: 'The gateway delivers events in another way than Earshot asks for them.',
    remedy: 'Ask your administrator to set the gateway to event polling for this agent ID.',
  },
  '000-002': {
    sentence: 'The gateway did not accept the address or a number in the request.',
    remedy: 'Check the numbers that you entered, then try again.',
  },
  '000-003': {
    sentence: 'The gateway no longer accepts this session for that.',
    remedy: 'Sign in again. If it stays, your agent ID may lack the right.',
  },
  '000-004': { sentence: 'The gateway is moving your session to another server.', remedy: 'Wait a moment; Earshot goes on by itself.' },
  '000-005': { sentence: 'That is your own number.', remedy: 'Choose another agent to listen to.' },
  '000-006': { sentence: 'The gateway did not accept a part of the request.', remedy: askAdministrator },
  '000-007': { sentence: 'The gateway was asked too often in a short time.', remedy: 'Wait a few seconds, then try again.' },
  '100-001': {
    sentence: 'The gateway found something missing or wrong in the sign-in.',
    remedy: 'Check the agent ID, password and phone number.',
  },
  '100-002': {
    sentence: 'This agent ID is already signed in elsewhere.',
    remedy: 'Take over to sign in here; the other place is then signed out.',
  },
  '100-003': { sentence: 'The call centre has no free resource for this sign-in.', remedy: tryAgainSoon },
  '100-004': {
    sentence: 'The agent ID or the password is wrong.',
    remedy: 'Check both, then sign in again. Too many tries may lock the account.',
  },
  '100-005': { sentence: 'The gateway did not accept the sign-out.', remedy: tryAgainSoon },
  '100-006': {
    sentence: 'You are no longer signed in at the gateway.',
    remedy: 'You were signed out elsewhere, or after two minutes without contact. Sign in again.',
  },
  '100-007': { sentence: 'The gateway met an internal error.', remedy: tryAgainSoon },
  '100-008': { sentence: 'You are already signed out at the gateway.', remedy: signInAgain },
  '100-009': {
    sentence: 'The gateway could not set your state, or you may not change it.',
    remedy: 'Wait until your present call or work ends, then try again.',
  },
  '100-010': { sentence: 'The gateway cannot sign you out in your present state.', remedy: 'End your call first, then sign out.' },
  '100-011': {
    sentence: 'The gateway did not accept the sign-in details.',
    remedy: 'Check the agent ID, password and phone number. If somebody else uses this phone number, choose another.',
  },
  '100-012': { sentence: 'The gateway does not know this type of agent.', remedy: askAdministrator },
  '100-013': { sentence: 'The phone number is not valid.', remedy: 'Check the number of the phone that shall ring.' },
  '100-014': {
    sentence: 'The phone number is outside the range that the call centre allows.',
    remedy: 'Check the number, or ask your administrator which numbers are allowed.',
  },
  '100-015': { sentence: 'This agent ID is signed in elsewhere and cannot be taken over.', remedy: 'Sign out at the other place first.' },
  '100-016': { sentence: 'The gateway did not accept the address of this computer.', remedy: askAdministrator },
  '100-017': { sentence: 'The phone system refused the sign-in.', remedy: askAdministrator },
  '100-018': {
    sentence: 'The agent ID belongs to another call centre on this gateway.',
    remedy: 'Check the agent ID and the gateway address.',
  },
  '100-019': { sentence: 'The gateway could not read the skills of this agent ID.', remedy: askAdministrator },
  '100-020': { sentence: 'Your password has expired.', remedy: 'Change it in the call centre’s own tool, then sign in here.' },
  '100-021': { sentence: 'A sign-in of this agent ID is still under way.', remedy: 'Wait a few seconds, then sign in again.' },
  '110-016': { sentence: 'This account is locked.', remedy: 'Wait until it is unlocked, or ask your administrator.' },
  '105-001': { sentence: 'The gateway does not find your session after a change of servers.', remedy: signInAgain },
  '105-002': { sentence: 'The gateway is switching over to its second site.', remedy: 'Wait a moment; Earshot goes on by itself.' },
  '105-003': { sentence: 'The gateway has switched over to its second site.', remedy: signInAgain },
  '105-004': { sentence: 'The gateway could not move your session to its second site.', remedy: signInAgain },
  '105-005': { sentence: 'The gateway took too long to switch over.', remedy: signInAgain },
  '105-006': { sentence: 'Your session does not fit after the gateway’s switch-over.', remedy: signInAgain },
  '105-007': { sentence: 'The gateway cannot move your session to another server.', remedy: signInAgain },
  '300-001': {
    sentence: 'You may not see the agents of this call centre.',
    remedy: 'Ask your administrator for the right to query agents.',
  },
  '300-002': { sentence: 'The gateway does not know this agent.', remedy: 'Check the work number; the agent may have been removed.' },
  '300-003': { sentence: 'The gateway does not know your agent ID in its groups.', remedy: askAdministrator },
  '300-004': { sentence: 'The gateway does not know this group.', remedy: askAdministrator },
  '900-001': { sentence: 'The call platform could not be reached for listening.', remedy: tryAgainSoon },
  '900-002': { sentence: 'Your agent ID does not have the right for this.', remedy: 'Ask your administrator for the inspection right.' },
  '900-003': {
    sentence: 'Something needed for listening is not available: your phone, a line, or the agent.',
    remedy: 'Check that your phone is free and connected, then try again.',
  },
  '900-004': {
    sentence: 'The gateway has no information about this agent.',
    remedy: 'The agent may have signed out. Look at the list, then try again.',
  },
  '900-005': {
    sentence: 'Listening is not possible in the present state.',
    remedy: 'Go idle if you are not, and check that the agent is signed in, then try again.',
  },
  '999-001': { sentence: 'The gateway itself is set up wrongly.', remedy: askAdministrator },
} satisfies Record<(typeof wordedRetcodes)[number], ProblemWords>;
