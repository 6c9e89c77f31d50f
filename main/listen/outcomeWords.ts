import type { Problem } from '../../contract/problem.ts';
import type { ListenOutcome } from './facts.ts';

/** What an outcome that needs words says; null where there is nothing to remedy, or where the refusal brings its own words. */
export function outcomeProblem(outcome: ListenOutcome): Problem | null {
  switch (outcome) {
    case 'notAnswered':
      return {
        code: 'phone-not-answered',
        sentence: 'Your phone was not picked up in time.',
        remedy: 'Listen again, and pick up when your phone rings.',
      };
    case 'declined':
      return {
        code: 'phone-declined',
        sentence: 'The call was declined on your phone.',
        remedy: 'Listen again, and pick up when your phone rings.',
      };
    case 'phoneUnavailable':
      return {
        code: 'phone-unavailable',
        sentence: 'Your phone could not be reached: it is busy, or not connected.',
        remedy: 'Check your phone, then listen again.',
      };
    case 'endedUnseen':
      return {
        code: 'listen-ended-unseen',
        sentence: 'The listen was over before Earshot could tell whether you were connected.',
        remedy: 'Listen again if you did not hear the agent.',
      };
    case 'sessionOver':
      return { code: 'session-over', sentence: 'The listen ended with your session at the gateway.', remedy: 'Sign in again.' };
    case 'notStarted':
    case 'refused':
    case 'hungUp':
    case 'endedByOtherSide':
    case 'stopped':
      return null;
  }
}

export const outcomeWords = {
  /** The platform's own end of a ring does not say whether the phone refused or nobody came (ccgateway.md 3.1, 8). */
  ringEnded: {
    code: 'ring-ended',
    sentence: 'Your phone stopped ringing before it was picked up.',
    remedy: 'The agent’s call may have ended, or your phone declined. Listen again if there is something to hear.',
  },
  takenUp: {
    code: 'listen-taken-up',
    sentence: 'Earshot was started again during a listen.',
    remedy: 'Wait a moment; the gateway is being asked whether it goes on.',
  },
  stopWithoutEffect: {
    code: 'stop-without-effect',
    sentence: 'The gateway still has you on the call.',
    remedy: 'Stop again, or hang up your phone.',
  },
} as const satisfies Record<string, Problem>;
