import type { Connection } from '../../contract/state.ts';

/** Every word that the tray and the toasts say. */
export const words = {
  phoneRings: 'Your phone is ringing',
  phoneRingsFor: (who: string) => `Your phone is ringing: ${who}`,
  pickUpToListen: (who: string) => `Pick up to listen to ${who}.`,
  ringWithoutListen: 'No listen is pending in Earshot.',
  signedOut: 'Signed out',
  requesting: (who: string) => `Asking to listen to ${who}`,
  calling: (who: string) => `Calling your phone: ${who}`,
  outcomeUnknown: (who: string) => `Checking the listen: ${who}`,
  listening: (who: string) => `Listening to ${who}`,
  stopping: (who: string) => `Stopping: ${who}`,
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
  signOut: 'Sign out',
  quit: 'Quit Earshot',
} as const;
