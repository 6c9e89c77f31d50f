import type { SurfaceName } from '../../contract/alerts.ts';
import type { Connection } from '../../contract/state.ts';

/** Every word that tray, toast, alert window and the alerts' notices say, in English. `who` is a name ready to show. */
export const english = {
  phoneRings: 'Your phone is ringing',
  phoneRingsFor: (who: string) => `Your phone is ringing: ${who}`,
  pickUpToListen: (who: string) => `Pick up to listen to ${who}.`,
  pickUpFollowed: (who: string) => `You follow ${who}, whose call has begun. Pick up to listen.`,
  ringWithoutListen: 'No listen is pending in Earshot.',
  callBegan: (who: string, phase: 'talking' | 'occupied') => (phase === 'talking' ? `${who} is talking now` : `${who} is on a call now`),
  listenNow: 'Listen?',
  callingByItself: 'You follow this agent. Earshot is calling your phone.',
  missed: (count: number) => (count === 1 ? '1 missed ring' : `${String(count)} missed rings`),
  testTitle: 'Test alert',
  testBody: (surface: string) => `This is only a test: ${surface}.`,
  surface: {
    tray: 'tray icon',
    badge: 'badge',
    attention: 'taskbar or dock',
    page: 'banner in the window',
    toast: 'notification',
    sound: 'sound',
    window: 'alert window',
    raise: 'main window',
  } satisfies Record<SurfaceName, string>,
  signedOut: 'Signed out',
  requesting: (who: string) => `Asking to listen to ${who}`,
  calling: (who: string) => `Calling your phone: ${who}`,
  outcomeUnknown: (who: string) => `Checking the listen: ${who}`,
  listening: (who: string) => `Listening to ${who}`,
  stopping: (who: string) => `Stopping: ${who}`,
  following: (who: string) => `Following ${who}`,
  connection: (kind: Connection['kind'], agentId: string) => {
    switch (kind) {
      case 'live':
        return `Live as ${agentId}`;
      case 'stale':
        return 'No news from the gateway';
      case 'reconnecting':
        return 'Connection lost, connecting again';
      case 'offline':
        return 'Offline, connecting again';
    }
  },
  show: 'Show Earshot',
  stop: 'Stop listening',
  answer: 'Answer',
  listen: 'Listen',
  notNow: 'Not now',
  unfollow: 'Stop following',
  signOut: 'Sign out',
  quit: 'Quit Earshot',
  followEnded: {
    connection: (who: string) => `You no longer follow ${who}: contact with the gateway was lost.`,
    notIdle: (who: string) => `You no longer follow ${who}: you are not idle any more.`,
    sessionOver: (who: string) => `You no longer follow ${who}: your session is over.`,
    otherListen: (who: string) => `You no longer follow ${who}: you chose to listen to another agent.`,
    signedOut: (who: string) => `You no longer follow ${who}: the agent is signed out.`,
    notSeen: (who: string) => `You no longer follow ${who}: the agents could not be looked at.`,
    anHour: (who: string) => `You no longer follow ${who}: no call was listened to within an hour.`,
    refused: (who: string) => `You no longer follow ${who}: the listen could not be asked for.`,
  },
} as const;

/** What a second language must offer. */
export type AlertWords = Widened<typeof english>;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
