import { askBus } from './desktopBus.ts';

/** Milliseconds. How long an answer is worth waiting for is its asker's matter. */
const patience = 5_000;

/**
 * Whether this desktop has a place for tray icons. Electron says nothing when there is none, and no other system lacks one.
 * `unknown` where the desktop's bus cannot be asked.
 */
export async function trayHost(platform: NodeJS.Platform): Promise<'there' | 'none' | 'unknown'> {
  if (platform !== 'linux') return 'there';
  const owned = await askBus({
    service: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    member: 'org.freedesktop.DBus.NameHasOwner',
    args: ['string:org.kde.StatusNotifierWatcher'],
    patience,
  });
  if (owned === null) return 'unknown';
  return owned ? 'there' : 'none';
}
