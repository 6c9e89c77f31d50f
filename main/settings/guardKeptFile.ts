import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { KeptFile, Log } from '../host.ts';

/** What conf and electron-store have in common: the whole content, written atomically when it is set. */
export interface Store {
  store: Record<string, unknown>;
}

/**
 * A kept file that never throws: one that cannot be read is moved aside and Earshot starts without it,
 * one that cannot be written is logged and the choice lives until Earshot is closed.
 */
export function guardKeptFile(file: string, open: () => Store, log: Log): KeptFile {
  const store = openOrStartEmpty(file, open, log);
  return {
    read: () => {
      try {
        return store?.store ?? {};
      } catch {
        log.error('kept file unreadable');
        return {};
      }
    },
    write: (value) => {
      try {
        if (store !== null) store.store = value;
      } catch {
        log.error('kept file not written');
      }
    },
  };
}

function openOrStartEmpty(file: string, open: () => Store, log: Log): Store | null {
  try {
    return open();
  } catch {
    try {
      const { dir, name, ext } = path.parse(file);
      const aside = `${name}.unreadable${ext}`;
      log.error('kept file unreadable', { movedTo: aside });
      if (existsSync(file)) renameSync(file, path.join(dir, aside));
      return open();
    } catch {
      log.error('kept file unavailable');
      return null;
    }
  }
}
