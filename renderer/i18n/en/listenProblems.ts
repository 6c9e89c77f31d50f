import type { listenMeanings } from '../../../contract/problemMeanings.ts';
import type { ProblemWords } from '../ProblemWords.ts';

/** What becomes of listens and of following. */
export const listenProblems = {
  'not-idle': { sentence: 'You are not idle.', remedy: 'Go idle, then listen.' },
  'listen-under-way': { sentence: 'A listen is already under way.', remedy: 'Stop it first, then listen to the other agent.' },
  'phone-not-answered': { sentence: 'Your phone was not picked up in time.', remedy: 'Listen again, and pick up when your phone rings.' },
  'phone-declined': { sentence: 'The call was declined on your phone.', remedy: 'Listen again, and pick up when your phone rings.' },
  'phone-unavailable': {
    sentence: 'Your phone could not be reached: it is busy, or not connected.',
    remedy: 'Check your phone, then listen again.',
  },
  'listen-ended-unseen': {
    sentence: 'The listen was over before Earshot could tell whether you were connected.',
    remedy: 'Listen again if you did not hear the agent.',
  },
  'listen-cannot-tell': {
    sentence: 'The gateway does not tell whether you are connected.',
    remedy: 'Say whether you hear the agent on your phone, or stop.',
  },
  'session-over': { sentence: 'The listen ended with your session at the gateway.', remedy: 'Sign in again.' },
  'ring-ended': {
    sentence: 'Your phone stopped ringing before it was picked up.',
    remedy: 'The agent’s call may have ended, or your phone declined. Listen again if there is something to hear.',
  },
  'listen-taken-up': {
    sentence: 'Earshot was started again during a listen.',
    remedy: 'Wait a moment; the gateway is being asked whether it goes on.',
  },
  'stop-without-effect': { sentence: 'The gateway still has you on the call.', remedy: 'Stop again, or hang up your phone.' },
  'nothing-asked': {
    sentence: 'The call is over, or was answered already.',
    remedy: 'Choose Listen beside the agent if there is still a call.',
  },
  'no-contact': { sentence: 'There is no contact with the gateway.', remedy: 'Wait until the connection is live, then follow the agent.' },
  'agent-signed-out': { sentence: 'This agent is signed out.', remedy: 'Follow an agent who is signed in.' },
  'agent-on-call': { sentence: 'This agent is on a call already.', remedy: 'Choose Listen to hear it.' },
} satisfies Record<(typeof listenMeanings)[number], ProblemWords>;
