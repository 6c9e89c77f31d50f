import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';
import { codeOf } from '../results/codeOf.ts';

/** Lies in the folder while an Earshot runs there. */
const lockName = 'earshot.lock';

/** A data folder held for this process alone. */
export interface FolderLock {
  release(): void;
}

/** Bytes of the longest name that a local socket may have on every system (108 on Linux, 104 on macOS, the closing zero among them). */
const longestName = 100;

/**
 * Holds `folder` until it is released or the process ends, however it ends; null when another process holds it. Both hosts take it.
 * A local socket that nobody speaks on: unlike a file with a process id in it, one that a crash left is known by its silence.
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  // As the system itself has it: where case does not count (Windows, macOS), one folder has many names, on Windows short ones too.
  const names = socketNames(realpathSync.native(folder), process.platform);
  try {
    return await hold(names.first);
  } catch (error) {
    // A file system that holds no sockets.
    if (names.second === null) throw error;
    return hold(names.second);
  }
}

async function hold(name: string): Promise<FolderLock | null> {
  const server = (await listenOn(name)) ?? ((await isAnswered(name)) ? null : await listenAnew(name));
  if (server === null) return null;
  server.unref();
  return { release: () => void server.close() };
}

/**
 * In the folder itself, or where that cannot be in the user's home: in a place that all users share, another one could take it first.
 * Windows has such names in one space alone.
 */
function socketNames(folder: string, platform: NodeJS.Platform): { readonly first: string; readonly second: string | null } {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (platform === 'win32') return { first: `\\\\.\\pipe\\earshot-${hash}`, second: null };
  const [inside, atHome] = [path.join(folder, lockName), path.join(homedir(), `.earshot-${hash.slice(0, 16)}.lock`)];
  return Buffer.byteLength(inside) <= longestName ? { first: inside, second: atHome } : { first: atHome, second: null };
}

function listenOn(name: string): Promise<Server | null> {
  const server = createServer((stranger) => stranger.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      resolve(server);
    });
  });
}

function isAnswered(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = connect(name, () => {
      asking.destroy();
      resolve(true);
    });
    asking.on('error', () => {
      resolve(false);
    });
  });
}

function listenAnew(name: string): Promise<Server | null> {
  rmSync(name, { force: true });
  return listenOn(name);
}
