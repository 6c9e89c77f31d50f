import { execFile } from 'node:child_process';

/** Milliseconds. A bus that does not answer has no tray to tell of. */
const patience = 400;

/**
 * Whether this desktop has a place for tray icons. Electron says nothing when there is none, and no other system lacks one.
 * `unknown` where the desktop's bus cannot be asked.
 */
export function trayHost(platform: NodeJS.Platform): Promise<'there' | 'none' | 'unknown'> {
  if (platform !== 'linux') return Promise.resolve('there');
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  return new Promise((resolve) => {
    const question = [...bus, 'org.freedesktop.DBus.NameHasOwner', 'string:org.kde.StatusNotifierWatcher'];
    execFile('dbus-send', question, { timeout: patience }, (error, answer) => {
      if (error !== null) resolve('unknown');
      else resolve(answer.includes('boolean true') ? 'there' : 'none');
    });
  });
}
