import { accessSync, closeSync, constants, existsSync, openSync, statfsSync, statSync } from 'node:fs';
import { open, readdir, readFile, stat, truncate, unlink } from 'node:fs/promises';
import path from 'node:path';
import { makeOwnFolder } from '../platform/ownFolder.ts';
import { codeOf } from '../results/codeOf.ts';

/** Where the trail lies. Every call may reject. */
export interface AuditFiles {
  /** Names of all that is there. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array>;
  /** Settles when the text is on the disk itself, not in a cache. */
  append(name: string, text: string): Promise<void>;
  cut(name: string, length: number): Promise<void>;
  remove(name: string): Promise<void>;
  /** Whether an entry can be put behind this file's last (null: into a new file). Asked of the system, nothing is written. Never throws. */
  writable(name: string | null): boolean;
}

/** Bytes that have to be free: an entry has less than a thousand, and the file system keeps accounts of its own. */
const leastFree = 64 * 1024;

/** The trail in a folder that is its owner's alone; made when something is first written. */
export function auditFolder(folder: string): AuditFiles {
  return {
    list: async () => {
      try {
        const names = await readdir(folder);
        const regular = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name)).catch(() => null))?.isFile()));
        // What stands for a device or a pipe could not be read to its end.
        return names.filter((_name, at) => regular[at] === true);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
    read: (name) => readFile(path.join(folder, name)),
    append: async (name, text) => {
      makeOwnFolder(folder);
      const file = await open(path.join(folder, name), 'a', 0o600);
      try {
        await file.appendFile(text);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    cut: (name, length) => truncate(path.join(folder, name), length),
    remove: (name) => unlink(path.join(folder, name)),
    writable: (name) => {
      try {
        makeOwnFolder(folder);
        const file = name === null ? null : path.join(folder, name);
        if (file === null || !existsSync(file)) accessSync(folder, constants.W_OK);
        else if (!statSync(file).isFile()) return false;
        // Windows tells only by opening it whether this user may, and that no other program holds it.
        else closeSync(openSync(file, 'a'));
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize >= leastFree;
      } catch {
        return false;
      }
    },
  };
}
