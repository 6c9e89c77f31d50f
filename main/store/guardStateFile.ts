import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../ports/log.ts';
import type { StateFile } from '../ports/storage.ts';

/** What conf and electron-store have in common: the whole content, written atomically when it is set. */
export interface Store {
  store: Record<string, unknown>;
}

/**
 * A kept file that never throws, and of which this process is the only writer: one that is damaged is moved aside and Earshot starts without it,
 * one that cannot be opened or written is logged and every choice lives until Earshot is closed.
 */
export function guardStateFile(file: string, open: () => Store, log: Log): StateFile {
  removeUnfinished(file, log);
  const { store, damaged } = openOrStartEmpty(file, open, log);
  return {
    damaged,
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

/** What a crash in the middle of a write left beside the file (`{name}.tmp-…`): it may hold what was meant to be forgotten. */
function removeUnfinished(file: string, log: Log): void {
  const { dir, base } = path.parse(file);
  try {
    const names = existsSync(dir) ? readdirSync(dir) : [];
    for (const name of names.filter((each) => each.startsWith(`${base}.tmp-`))) rmSync(path.join(dir, name));
  } catch (error) {
    log.warn('unfinished kept file not removed', { why: error instanceof Error ? error.name : 'unknown' });
  }
}

interface Opened {
  readonly store: Store | null;
  readonly damaged: boolean;
}

function openOrStartEmpty(file: string, open: () => Store, log: Log): Opened {
  // Reading a device or a pipe would never end, or end the process for want of memory.
  if (existsSync(file) && !statSync(file).isFile()) {
    log.error('kept file unavailable', { why: 'no regular file' });
    return { store: null, damaged: true };
  }
  try {
    return { store: open(), damaged: false };
  } catch (error) {
    // Only what is no JSON is damaged; a file that another program holds for a moment stays where it is.
    if (!(error instanceof SyntaxError)) {
      log.error('kept file unavailable', { why: error instanceof Error ? error.name : 'unknown' });
      return { store: null, damaged: existsSync(file) };
    }
    return { store: withoutDamaged(file, open, log), damaged: true };
  }
}

function withoutDamaged(file: string, open: () => Store, log: Log): Store | null {
  const { dir, name, ext } = path.parse(file);
  const aside = `${name}.unreadable${ext}`;
  log.error('kept file unreadable', { movedTo: aside });
  try {
    if (existsSync(file)) renameSync(file, path.join(dir, aside));
    return open();
  } catch {
    log.error('kept file unavailable');
    return null;
  }
}
