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
  'mode-unknown': {
    sentence: 'Earshot cannot tell who hears you.',
    remedy: 'Choose how you want to be in the call, or stop.',
  },
  'mode-may-still-change': {
    sentence: 'An earlier change was never answered and may be carried out after this one.',
    remedy: 'Take it that you are heard. Choose again in a minute, or stop.',
  },
  'mode-not-changeable': {
    sentence: 'Nothing can be changed in this call now.',
    remedy: 'Wait for the answer that is under way, or listen first.',
  },
  'whisper-not-allowed': { sentence: 'Whispering is switched off on this computer.', remedy: 'Ask your administrator.' },
  'insert-not-allowed': { sentence: 'Inserting is switched off on this computer.', remedy: 'Ask your administrator.' },
  'intercept-not-allowed': { sentence: 'Taking calls over is switched off on this computer.', remedy: 'Ask your administrator.' },
  'insert-without-call': {
    sentence: 'This agent is not known to be on a call: inserting opens a talk with the agent.',
    remedy: 'Choose Insert again and confirm, if you want that.',
  },
  'no-right-here': {
    sentence: 'The gateway refused this before, as your agent ID lacks the right.',
    remedy: 'Ask your administrator for the right, then sign in again.',
  },
  'force-not-allowed': { sentence: 'This is switched off on this computer.', remedy: 'Ask your administrator.' },
  'force-under-way': { sentence: 'Something was asked of this agent already.', remedy: 'Wait for the answer.' },
  'agent-no-call': { sentence: 'This agent has no call to end.', remedy: 'Look at the agent’s state again.' },
  'agent-several-calls': { sentence: 'This agent is in several calls, and none was ended.', remedy: 'Ask the agent to end the call.' },
  'not-borne-out': {
    sentence: 'The gateway accepted it, but the list of agents does not show it.',
    remedy: 'The agent may be in another state meanwhile. Ask again, or ask the agent.',
  },
  'standing-under-way': {
    sentence: 'A standing listen is under way.',
    remedy: 'Add the agent to it, or end it before you follow one agent.',
  },
  'agent-on-call': { sentence: 'This agent is on a call already.', remedy: 'Choose Listen to hear it.' },
} satisfies Record<(typeof listenMeanings)[number], ProblemWords>;
