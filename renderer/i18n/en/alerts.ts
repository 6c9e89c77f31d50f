import type { NotShownReason, SurfaceName } from '../../../contract/alerts.ts';
import { notShownWords } from '../../../contract/notShownWords.ts';
import { counted, number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const ring = {
  region: 'Alert',
  title: 'Your phone is ringing',
  pickUp: phrase('Pick up to listen to {name} ({workNo})'),
  notPending: 'Your phone is ringing, but no listen is pending',
  notPendingHint: 'Earshot did not ask for this call.',
  pickUpFollowed: phrase('You follow {name} ({workNo}), whose call has begun. Pick up to listen.'),
};

export const missed = {
  title: 'Missed rings',
  count: (count: number): string => counted(count, 'missed ring', 'missed rings'),
  ofAgent: phrase('Missed at {time}: the ring for {name} ({workNo})'),
  ofNobody: phrase('Missed at {time}: a ring for which no listen was pending'),
  times: (count: number): string => `(${number(count)} times)`,
  show: 'Show',
  hide: 'Hide',
  dismiss: 'Dismiss',
  dismissAll: 'Dismiss all',
};

export const follow = {
  follow: 'Follow',
  hint: 'Waits for the next call of this agent',
  unfollow: 'Stop following',
  armed: {
    ask: phrase('Following {name} ({workNo}). Earshot asks you when a call begins.'),
    listen: phrase('Following {name} ({workNo}). Earshot calls your phone when a call begins.'),
  },
  asking: phrase('Following {name} ({workNo}).'),
  callBegan: {
    talking: phrase('{name} ({workNo}) is talking now'),
    occupied: phrase('{name} ({workNo}) is on a call now'),
  },
  listenNow: 'Listen?',
  callingByItself: 'You follow this agent. Earshot is calling your phone.',
  listen: 'Listen',
  notNow: 'Not now',
};

export const surfaces = {
  tray: 'Tray icon',
  badge: 'Badge',
  attention: 'Taskbar or dock',
  page: 'Banner',
  toast: 'Notification',
  sound: 'Sound',
  window: 'Alert window',
  raise: 'Main window',
} satisfies Record<SurfaceName, string>;

export const testAlert = {
  title: 'Test alert',
  lead: 'Shows every kind of alert, one after the other, and says whether it appeared.',
  start: 'Test now',
  running: 'Testing',
  now: 'Now',
  bannerHint: 'This is only a test.',
  shown: (ms: number): string => `Appeared after ${number(Math.round(ms))} ms`,
  notShown: phrase('Did not appear: {why}'),
  whyNot: { ...notShownWords.en, failed: phrase('it failed ({detail})') } satisfies Record<NotShownReason, string>,
  notSupported: 'Not on this computer',
  late: (ms: number): string => `Nothing heard of it within ${number(Math.round(ms))} ms`,
  finished: phrase('Tested at {time}.'),
  cutShort: 'A real alert cut the test short.',
  quiet: {
    yes: 'Do not disturb is on: notifications may be held back.',
    no: 'Do not disturb is off.',
    unknown: 'Whether do not disturb is on cannot be told on this computer.',
  },
};

export const alertTimes = {
  title: 'Last rings',
  lead: 'How long after the gateway’s word each alert appeared.',
  none: 'Your phone has not rung since Earshot was started.',
  received: 'Rang at',
  lasted: 'For',
  ringing: 'Ringing',
  notAsked: '–',
  result: {
    asked: 'Asked',
    shown: 'Appeared',
    notShown: 'No',
    notSupported: 'Not here',
    late: 'Late',
  },
  milliseconds: (ms: number): string => `${number(Math.round(ms))} ms`,
};

/** What the browser keeps from the inspector. */
export const hindrance = {
  sound: 'Your phone rang without a sound: this browser plays none until you click the page. Click anywhere to hear the next one.',
  notifications: 'This browser does not show Earshot’s notifications yet.',
  allow: 'Allow notifications',
};
