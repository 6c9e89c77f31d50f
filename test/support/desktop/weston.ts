import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desktop } from './desktop.ts';
import { start, type Environment } from './processes.ts';
import { until } from './until.ts';

/** A Wayland compositor beside a desktop, without a screen. */
export interface Weston {
  /** The environment that an application is to be started in; X is in it only with XWayland. */
  readonly env: Environment;
  /** The file of a picture of all that it shows now. */
  screenshot(): Promise<string>;
  stop(): void;
}

export interface WestonOptions {
  /** Whether it has an X server for programs that want one, as most desktops on Wayland have. */
  readonly xwayland: boolean;
}

/** Starts weston beside a desktop, whose bus, tray and keyring its applications use. */
export async function startWeston({ env }: Pick<Desktop, 'env'>, { xwayland }: WestonOptions = { xwayland: false }): Promise<Weston> {
  const plain = Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'DISPLAY'));
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  // Names of its own: one that ran before it on the same desktop may take its socket away only now, and has left its log.
  const socket = `wayland-${randomUUID()}`;
  const logs = join(env['HOME'] ?? '', 'logs', socket);
  const pictures = join(env['HOME'] ?? '', 'pictures');
  for (const folder of [logs, pictures]) mkdirSync(folder, { recursive: true });
  // The last one lets anybody take pictures.
  const args = ['--backend=headless-backend.so', '--use-pixman', `--socket=${socket}`, '--width=1400', '--height=900', '--debug'];
  const child = start({ program: 'weston', args: xwayland ? [...args, '--xwayland'] : args, env: plain, logs });
  await until('weston', () => Promise.resolve(existsSync(join(runtime, socket)) ? true : null));
  const display = xwayland ? await until('XWayland', () => Promise.resolve(displayIn(join(logs, 'weston.log')))) : null;
  const wayland = { ...plain, XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: socket };
  return {
    env: display === null ? wayland : { ...wayland, DISPLAY: display },
    screenshot: async () => {
      const before = readdirSync(pictures);
      await promisify(execFile)('weston-screenshooter', [], { env: { ...wayland, XDG_PICTURES_DIR: pictures }, timeout: 30_000 });
      const [taken] = readdirSync(pictures).filter((name) => !before.includes(name));
      if (taken === undefined) throw new Error('weston took no picture, or took two within a second.');
      return join(pictures, taken);
    },
    stop: () => child.kill(),
  };
}

/** Null: it has not said so yet, or its log is not opened yet. */
function displayIn(log: string): string | null {
  if (!existsSync(log)) return null;
  return /xserver listening on display (:\d+)/u.exec(readFileSync(log, 'utf8'))?.[1] ?? null;
}
