import type { AgentState } from '../../../contract/agentState.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

/** Words that belong to no part of the window alone. */
export const general = {
  locale: 'en-GB',
  product: 'Earshot',
  titleWithStep: phrase('{step} · Earshot'),
  titleWithMissed: phrase('({count}) Earshot'),
  number,
  /** Between two sentences. */
  gap: ' ',
  /** Between two things of a list. */
  listGap: ', ',
  /** Sentences one after the other, those without a full stop given one; the last as it is. */
  sentences: (parts: readonly string[]): string =>
    parts.map((part, index) => (index === parts.length - 1 || /[.!?]$/.test(part) ? part : `${part}.`)).join(' '),
  lastContact: phrase('last contact {age}'),
  nextTry: phrase('next try in {seconds} s'),
  tryingNow: 'trying now',
  tryNow: 'Try now',
};

export const connection = { live: 'Live', stale: 'Stale', reconnecting: 'Reconnecting', offline: 'Offline' };

export const age = {
  second: (value: number): string => `${String(value)} s ago`,
  minute: (value: number): string => `${String(value)} min ago`,
  hour: (value: number): string => `${String(value)} h ago`,
};

export const states = {
  talking: 'Talking',
  answering: 'Answering',
  occupied: 'On a call',
  preoccupied: 'Preoccupied',
  idle: 'Idle',
  wrapUp: 'Wrap-up',
  busy: 'Busy',
  rest: 'Rest',
  preRest: 'Rest soon',
  study: 'Study',
  signedOut: 'Signed out',
  unknown: 'Not known',
} satisfies Record<AgentState, string>;

export const start = {
  connecting: 'Connecting to Earshot',
  unreachable: 'Earshot cannot be reached',
  unreachableRemedy: 'It may have been stopped. Start it again and open the address that it prints. This page keeps trying.',
  partMissing: 'This part of the page could not be loaded. Load the page again.',
  showsWhatWas: phrase('Earshot cannot be reached. What you see is as it was at {time}, and nothing can be done from here.'),
};

export const links = {
  listen: phrase('A link asks you to listen to {name} ({workNo})'),
  hint: 'Listen only if you know where the link came from.',
};

export const shell = {
  ownState: 'You',
  goIdle: 'Go idle',
  signOut: 'Sign out',
  signedInAs: phrase('Signed in as {agentId}'),
  signedInAt: phrase('Signed in as {agentId} at {gateway}'),
  search: 'Search agents',
  searchHint: 'Number, name or pinyin',
  clearSearch: 'Clear search',
  notices: 'Notices',
  dismiss: 'Dismiss',
};
