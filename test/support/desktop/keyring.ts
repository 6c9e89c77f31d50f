import { callBus } from './bus.ts';
import type { Errands } from './errands.ts';
import { start } from './processes.ts';

const password = 'test-keyring';

/** Starts an unlocked keyring. */
export function startKeyring(env: Errands['env'], logs: string): void {
  start({ program: 'gnome-keyring-daemon', args: ['--unlock', '--foreground', '--components=secrets'], env, logs, input: password });
}

const secrets = { service: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const collection = '/org/freedesktop/secrets/aliases/default';

/** Locks it, as it is after a log-in by fingerprint or without a password. */
export async function lockKeyring(errands: Errands): Promise<void> {
  await callBus(errands, { ...secrets, member: 'org.freedesktop.Secret.Service.Lock' }, ['ao', '1', collection]);
}
