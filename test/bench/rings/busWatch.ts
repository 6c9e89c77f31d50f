import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Environment } from '../../support/desktop/processes.ts';

/** Something that anybody on the desktop could see, as the session bus told of it; milliseconds since 1970. */
export interface Sight {
  readonly what: 'tray' | 'toast';
  readonly at: number;
}

/** The desktop seen from outside: every change of a tray's picture, and every notification handed to the daemon. */
export interface BusWatch {
  sights(): readonly Sight[];
  forget(): void;
  stop(): void;
}

const line = z.object({ type: z.string(), member: z.string().optional(), 'timestamp-realtime': z.number() });

export async function watchBus(env: Environment): Promise<BusWatch> {
  let sights: Sight[] = [];
  const address = `--address=${env['DBUS_SESSION_BUS_ADDRESS'] ?? ''}`;
  const matches = [
    "--match=type='signal',interface='org.kde.StatusNotifierItem',member='NewIcon'",
    "--match=type='method_call',interface='org.freedesktop.Notifications',member='Notify'",
  ];
  const child = spawn('busctl', ['--json=short', address, ...matches, 'monitor'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const began = new Promise<void>((resolve) => child.stderr.once('data', () => resolve()));
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) return void 0;
    const { member, 'timestamp-realtime': microseconds } = line.parse(JSON.parse(text));
    const at = microseconds / 1_000;
    if (member === 'NewIcon') sights.push({ what: 'tray', at });
    if (member === 'Notify') sights.push({ what: 'toast', at });
    return undefined;
  });
  await Promise.race([began, new Promise((resolve) => setTimeout(resolve, 1_000))]);
  return {
    sights: () => sights,
    forget: () => {
      sights = [];
    },
    stop: () => void child.kill(),
  };
}
