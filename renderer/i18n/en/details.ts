import type { listenOutcomes } from '../../../contract/state.ts';
import { phrase } from '../phrase.ts';

type ListenOutcome = (typeof listenOutcomes)[number];

export const details = {
  of: phrase('Details of {name}'),
  close: 'Close details',
  signedInAt: 'Signed in at',
  notKnown: 'Not known',
  waiting: 'Asking the gateway for more.',
  refused: 'The gateway did not give more about this agent.',
  history: 'States seen in this session',
  notSeen: 'Not seen',
  now: 'Now',
  noneYet: 'Nothing yet.',
  listens: 'Your listens in this session',
  noListens: 'None in this session.',
  heard: phrase('for {duration}'),
  outcome: {
    refused: 'Refused',
    notAnswered: 'Not answered',
    declined: 'Declined',
    phoneUnavailable: 'Phone unavailable',
    hungUp: 'You hung up',
    endedByOtherSide: 'Call over',
    endedUnseen: 'Ended',
    stopped: 'You stopped',
    notStarted: 'Did not begin',
    sessionOver: 'Session ended',
  } satisfies Record<ListenOutcome, string>,
};
