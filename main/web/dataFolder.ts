import { homedir } from 'node:os';
import path from 'node:path';
import { createLog, type PersistentLog } from '../log/log.ts';
import { lockFolder, type FolderLock } from '../platform/folderLock.ts';
import { isOpenToOthers, makeOwnFolder } from '../platform/ownFolder.ts';

/** A folder for settings and log: held for this process, held by another one, or of no use. */
export type DataFolder =
  | { readonly kind: 'taken up'; readonly log: PersistentLog; readonly lock: FolderLock }
  | { readonly kind: 'taken' }
  /** Other users can write in it. */
  | { readonly kind: 'openToOthers' }
  | { readonly kind: 'unusable' };

/** Makes the folder where it is missing. Two Earshots in one would overwrite each other's trusted certificates. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    makeOwnFolder(folder);
    if (isOpenToOthers(folder)) return { kind: 'openToOthers' };
    const lock = await lockFolder(folder);
    if (lock === null) return { kind: 'taken' };
    return { kind: 'taken up', lock, log: createLog(path.join(folder, 'logs', 'earshot-web.log')) };
  } catch {
    return { kind: 'unusable' };
  }
}

/** Where this system keeps a user's application data. */
export function systemDataFolder(env: Record<string, string | undefined>): string {
  switch (process.platform) {
    case 'win32':
      return path.join(env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'), 'Earshot Web');
    case 'darwin':
      return path.join(homedir(), 'Library', 'Application Support', 'Earshot Web');
    default:
      return path.join(env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'earshot-web');
  }
}
