import { execFile } from 'node:child_process';
import type { CancelTimer, Clock } from '../../ports/clock.ts';

/** Milliseconds: to start what asks the bus holds Electron's main process up for tens of them, and the ring is to be shown first. */
const firstCheckAfter = 150;

/** Milliseconds between two checks, while a ring's toast is wanted. */
const checksEvery = 1_000;

/** Milliseconds to wait for the bus. */
const patience = 800;

/** Who shows notifications: a connection's name on the bus; null: nobody; undefined: the bus did not tell. */
export type DaemonNow = () => Promise<string | null | undefined>;

/** `came`: there was none. `gone`: there is none any more, or another one. */
export type DaemonChange = 'came' | 'gone';

export interface DaemonWatch {
  /** Checks from a moment on, until `end`; the first check tells who it is. */
  begin(): void;
  end(): void;
}

/**
 * Tells when another notification daemon has come or the present one has gone: with one that dies its toasts go, and nobody
 * says so, Electron neither. `onAnother` is called for each change.
 */
export function createDaemonWatch(clock: Clock, daemon: DaemonNow, onAnother: (change: DaemonChange) => void): DaemonWatch {
  /** The present watch; null: none. */
  let watch: object | null = null;
  let cancel: CancelTimer = () => undefined;

  async function look(here: object, before: string | null | undefined): Promise<void> {
    const now = await daemon();
    if (watch !== here) return;
    const changed = before !== undefined && now !== undefined && now !== before;
    cancel = clock.after(checksEvery, () => void look(here, now === undefined ? before : now));
    if (changed) onAnother(before === null ? 'came' : 'gone');
  }

  return {
    begin: () => {
      if (watch !== null) return;
      const begun = {};
      watch = begun;
      cancel = clock.after(firstCheckAfter, () => void look(begun, undefined));
    },
    end: () => {
      watch = null;
      cancel();
    },
  };
}

/** Asks the desktop's session bus; starts no daemon. */
export const linuxDaemon: DaemonNow = () =>
  new Promise((resolve) => {
    const question = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.GetNameOwner'];
    execFile(
      'dbus-send',
      ['--session', '--print-reply', ...question, 'string:org.freedesktop.Notifications'],
      { timeout: patience },
      (error, answer, why) => {
        if (error === null) resolve(/string "(:[\d.]+)"/.exec(answer)?.[1]);
        else resolve(why.includes('NameHasNoOwner') ? null : undefined);
      },
    );
  });
