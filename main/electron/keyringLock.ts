import type { Log } from '../ports/log.ts';
import { askBus, type BusQuestion } from './surfaces/desktopBus.ts';

/** Linux' Secret Service, which GNOME's keyring and others offer. Chromium waits for it, and with it all of Earshot. */
export interface Keyring {
  /** Whether to ask it for anything would wait for somebody to unlock it. Asked for again in the background while it is so. */
  locked(): boolean;
}

/** Milliseconds. A service that the bus has to start first takes its time on a busy computer. */
const patience = 3_000;

/** The Secret Service specification's collection for programs' own secrets. */
const whetherLocked: BusQuestion = {
  service: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets/aliases/default',
  member: 'org.freedesktop.DBus.Properties.Get',
  args: ['string:org.freedesktop.Secret.Collection', 'string:Locked'],
  patience,
};

const whetherThere: BusQuestion = {
  service: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  member: 'org.freedesktop.DBus.NameHasOwner',
  args: ['string:org.freedesktop.secrets'],
  patience,
};

/** Looks at the keyring over the desktop's bus, which unlike Chromium neither unlocks it nor waits. */
export async function lookAtKeyring(platform: NodeJS.Platform, log: Log, ask: typeof askBus = askBus): Promise<Keyring> {
  if (platform !== 'linux') return { locked: () => false };

  async function look(): Promise<boolean> {
    const locked = await ask(whetherLocked);
    // A service without a collection would ask somebody for a password to make one with.
    return locked ?? (await ask(whetherThere)) === true;
  }

  let locked = await look();
  let looking = false;
  if (locked) log.info('keyring locked');

  async function lookAgain(): Promise<void> {
    looking = true;
    locked = await look();
    looking = false;
    if (!locked) log.info('keyring unlocked');
  }

  return {
    locked: () => {
      if (locked && !looking) void lookAgain();
      return locked;
    },
  };
}
