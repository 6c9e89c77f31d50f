import { agents, number } from './counts.ts';

export const overview = {
  title: 'Overview',
  byState: 'Agents by state',
  byGroup: 'Agents by group',
  inCallsByGroup: 'In calls, by group',
  largest: (shown: number, all: number): string => `The ${number(shown)} largest of ${number(all)} groups`,
  agents: 'Agents',
  inCalls: 'In calls',
};

export const wallboard = {
  title: 'Wallboard',
  heading: agents,
  long: 'Long calls',
  close: 'Close the wallboard',
};
