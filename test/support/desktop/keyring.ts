import { setTimeout as pause } from 'node:timers/promises';
import { callBus } from './bus.ts';
import type { Errands } from './errands.ts';
import { start } from './processes.ts';
import { until } from './until.ts';

const password = 'test-keyring';
const components = '--components=secrets';

/** Starts an unlocked keyring. */
export function startKeyring(env: Errands['env'], logs: string): void {
  start({ program: 'gnome-keyring-daemon', args: ['--unlock', '--foreground', components], env, logs, input: password });
}

const secrets = { service: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const collection = '/org/freedesktop/secrets/aliases/default';

/** Locks it, as it is after a log-in by fingerprint or without a password. */
export async function lockKeyring(errands: Errands): Promise<void> {
  await callBus(errands, { ...secrets, member: 'org.freedesktop.Secret.Service.Lock' }, ['ao', '1', collection]);
}

/** How often (100 ms apart) it is looked whether the next daemon has taken the place of the one before. */
const looks = 30;

/**
 * Has one in its place that is unlocked: to unlock the first one, its daemon would ask somebody in a window. The next one may find the
 * bus's name still taken, and is tried again.
 */
export async function unlockKeyring(errands: Errands, logs: string): Promise<void> {
  await until('the keyring unlocked', async () => {
    const args = ['--replace', '--unlock', '--foreground', components];
    start({ program: 'gnome-keyring-daemon', args, env: errands.env, logs, input: password });
    for (let look = 0; look < looks; look += 1) {
      if (!(await isLocked(errands).catch(() => true))) return true;
      await pause(100);
    }
    return null;
  });
}

async function isLocked(errands: Errands): Promise<boolean> {
  const property = { ...secrets, path: collection, member: 'org.freedesktop.DBus.Properties.Get' };
  const [locked] = await callBus(errands, property, ['ss', 'org.freedesktop.Secret.Collection', 'Locked']);
  return JSON.stringify(locked).includes('true');
}
