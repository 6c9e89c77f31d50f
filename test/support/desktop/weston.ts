import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';
import { start, type Environment } from './processes.ts';
import { until } from './until.ts';

/** A Wayland compositor beside a desktop, without a screen. */
export interface Weston {
  /** The environment that an application is to be started in; it has no X. */
  readonly env: Environment;
  stop(): void;
}

const socket = 'wayland-test';

/** Starts weston beside a desktop, whose bus, tray and keyring its applications use. */
export async function startWeston({ env }: Pick<Desktop, 'env'>): Promise<Weston> {
  const plain = Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'DISPLAY'));
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  const child = start({
    program: 'weston',
    args: ['--backend=headless-backend.so', '--use-pixman', `--socket=${socket}`, '--width=1400', '--height=900'],
    env: plain,
    logs: join(env['HOME'] ?? '', 'logs'),
  });
  await until('weston', () => Promise.resolve(existsSync(join(runtime, socket)) ? true : null));
  return { env: { ...plain, XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: socket }, stop: () => child.kill() };
}
