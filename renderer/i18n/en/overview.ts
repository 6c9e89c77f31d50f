import { agents, number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const overview = {
  title: 'Overview',
  byState: 'Agents by state',
  byGroup: 'Agents by group',
  inCallsByGroup: 'In calls, by group',
  largest: (shown: number, all: number): string => `The ${number(shown)} largest of ${number(all)} groups`,
  agents: 'Agents',
  inCalls: 'In calls',
  queues: 'Queues',
  queue: 'Skill',
  waiting: 'Waiting',
  longestWait: 'Longest wait',
  signedIn: 'Signed in',
  available: 'Available',
  queuesLoading: 'Asking the gateway for the queues',
  noQueues: 'The gateway names no queues.',
  queuesOld: phrase('These queues are from before: {why}'),
  someQueues: (shown: number, all: number): string => `${number(shown)} of ${number(all)}, most callers first`,
};

export const wallboard = {
  title: 'Wallboard',
  heading: agents,
  long: 'Long calls',
  close: 'Close the wallboard',
};
