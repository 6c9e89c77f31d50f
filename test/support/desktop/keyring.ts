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

/** Has one in its place that is unlocked: to unlock the first one, its daemon would ask somebody in a window. */
export async function unlockKeyring(errands: Errands, logs: string): Promise<void> {
  start({
    program: 'gnome-keyring-daemon',
    args: ['--replace', '--unlock', '--foreground', components],
    env: errands.env,
    logs,
    input: password,
  });
  await until('the keyring unlocked', async () => ((await isLocked(errands)) ? null : true));
}

async function isLocked(errands: Errands): Promise<boolean> {
  const property = { ...secrets, path: collection, member: 'org.freedesktop.DBus.Properties.Get' };
  const [locked] = await callBus(errands, property, ['ss', 'org.freedesktop.Secret.Collection', 'Locked']);
  return JSON.stringify(locked).includes('true');
}
