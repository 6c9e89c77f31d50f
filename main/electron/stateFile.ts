import { join } from 'node:path';
import type { IpcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { Log } from '../ports/log.ts';
import type { StateFile } from '../ports/storage.ts';
import { guardStateFile } from '../store/guardStateFile.ts';

/** `{name}.json` in `folder`, written atomically; neither reading nor writing ever throws. */
export function createStateFile(folder: string, name: string, ipcMain: IpcMain, log: Log): StateFile {
  const open = (): ElectronStore => {
    const store = new ElectronStore({ cwd: folder, name, configFileMode: 0o600, serialize: (value) => JSON.stringify(value, null, 2) });
    // electron-store answers any page on a channel of its own, unasked: Earshot has checked channels only.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  return guardStateFile(join(folder, `${name}.json`), open, log);
}
