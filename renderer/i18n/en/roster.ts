import { agents, counted, number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const roster = {
  grid: 'Agents',
  star: 'Favourite',
  workNo: 'Number',
  name: 'Name',
  group: 'Group',
  skills: 'Skills',
  state: 'State',
  timeInState: 'Time in state',
  phone: 'Phone',
  listenable: 'Can you listen',
  inspectedBy: 'Inspected by',
  action: 'Listen',
  listen: 'Listen',
  listenTo: phrase('Listen to {workNo}'),
  stop: 'Stop',
  stopListeningTo: phrase('Stop listening to {workNo}'),
  favourite: phrase('Favourite: {workNo}'),
  nowFavourite: 'Now a favourite',
  noFavourite: 'No longer a favourite',
  gone: 'Left the list',
  noSkills: 'None',
  noGroup: 'No group',
  phoneEnding: phrase('…{ending}'),
  you: 'You',
  yourListen: 'Your listen',
  canListen: 'Yes',
  noCall: 'No call to hear',
  longTalk: 'Long call',
  moved: (count: number): string => counted(count, 'agent moved', 'agents moved'),
  refresh: 'Refresh order',
  wider: 'More columns to the side',
  match: (count: number): string => counted(count, 'agent matches', 'agents match'),
  filter: 'Filter by state',
  all: 'All',
  count: agents,
  countOf: (shown: number, all: number): string => `${number(shown)} of ${agents(all)}`,
  leftOut: (count: number): string => counted(count, 'entry could not be read', 'entries could not be read'),
  loading: 'Loading the agents',
  empty: 'No agent is signed in',
  emptyHint: 'Agents appear here as they sign in.',
  noMatch: 'No agent matches',
  noMatchHint: 'Change the search or the filter, or show all agents again.',
  showAll: 'Show all agents',
  failed: 'The agents could not be loaded',
  oldRows: phrase('The list is from {time}, {age}.'),
  staleRows: 'There is no news from the gateway. The list may be out of date.',
  comingRows: 'A newer one is on its way.',
};

export const filters = {
  title: 'Filters and view',
  group: 'Groups',
  groups: (count: number): string => (count === 0 ? 'All groups' : counted(count, 'group', 'groups')),
  allGroups: 'All groups',
  time: 'Time in state, in minutes',
  atLeast: 'At least',
  atMost: 'At most',
  anyTime: 'Any time',
  timeLabel: (least: number | null, most: number | null): string => {
    if (least === null && most === null) return 'Any time in state';
    if (most === null) return `≥ ${String(least)} min`;
    return least === null ? `≤ ${String(most)} min` : `${String(least)} to ${String(most)} min`;
  },
  listenable: 'Can be heard',
  favourites: 'Favourites',
};

export const views = {
  title: 'Views',
  none: 'Save the present filters and order under a name, to have them back with one key.',
  key: phrase('Alt+{number}'),
  remove: phrase('Delete {name}'),
  name: 'Name',
  save: 'Save view',
  full: 'No more views can be saved. Delete one first.',
};

export const columns = {
  title: 'Columns',
  earlier: phrase('Move {name} to the left'),
  later: phrase('Move {name} to the right'),
  movedTo: (name: string, place: number, all: number): string => `${name}, column ${String(place)} of ${String(all)}`,
  compact: 'Compact rows',
  reset: 'Reset columns and order',
};

/** Why Listen cannot be used now. */
export const blocked = {
  unreachable: 'Earshot cannot be reached.',
  notAllowed: 'Listening is switched off. Set by your administrator.',
  offline: 'There is no contact with the gateway.',
  listenUnderWay: 'You can listen to one agent at a time. Stop the present listen first.',
  notIdle: 'You are not idle. Go idle to listen.',
  ownCall: 'You are on a call. You can listen when it is over.',
  ownStateUnknown: 'Your own state is not known. Go idle to listen.',
  agentSignedOut: 'This agent is signed out.',
  noVoice: 'This agent is not signed in for voice calls.',
  gone: 'This agent has left the list.',
  noRight: 'The gateway refused this: your agent ID has no right to listen to this agent.',
};

/** The same in a column's width. */
export const blockedShort = {
  unreachable: 'Earshot is away',
  notAllowed: 'Switched off',
  offline: 'No contact',
  listenUnderWay: 'A listen is under way',
  notIdle: 'You are not idle',
  ownCall: 'You are on a call',
  ownStateUnknown: 'Go idle first',
  agentSignedOut: 'Signed out',
  noVoice: 'No voice sign-in',
  gone: 'Left the list',
  noRight: 'No right',
};

export const nothingToHear = 'There is nothing to hear until a call begins.';
