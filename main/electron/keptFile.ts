import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { KeptFile, Log } from '../host.ts';

const name = 'earshot';

/**
 * `earshot.json` in `folder`, written atomically. A file that cannot be read is moved aside and
 * Earshot starts without it; neither reading nor writing ever throws.
 */
export function createKeptFile(folder: string, ipcMain: IpcMain, log: Log): KeptFile {
  const path = join(folder, `${name}.json`);

  function open(): ElectronStore {
    const store = new ElectronStore({ cwd: folder, name, configFileMode: 0o600, serialize: (value) => JSON.stringify(value, null, 2) });
    // electron-store answers any page on a channel of its own, unasked: Earshot has checked channels only.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  }

  function moveAside(): void {
    log.error('kept file unreadable', { movedTo: `${name}.unreadable.json` });
    if (existsSync(path)) renameSync(path, join(folder, `${name}.unreadable.json`));
  }

  function openOrStartEmpty(): ElectronStore | null {
    try {
      return open();
    } catch {
      try {
        moveAside();
        return open();
      } catch {
        log.error('kept file unavailable');
        return null;
      }
    }
  }

  const store = openOrStartEmpty();
  return {
    read: () => {
      try {
        return store?.store ?? {};
      } catch {
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
