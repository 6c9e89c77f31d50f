import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data folder held for this process alone. */
export interface FolderLock {
  release(): void;
}

/**
 * Holds `folder` until it is released or the process ends, however it ends; null when another process holds it.
 * A local socket that nobody speaks on: unlike a file with a process id in it, the system takes it back by itself.
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const name = socketName(realpathSync(folder), process.platform);
  const server = (await listenOn(name)) ?? ((await isAnswered(name)) ? null : await listenAnew(name));
  if (server === null) return null;
  server.unref();
  return { release: () => void server.close() };
}

/** Linux and Windows have names that go with their process; elsewhere it is a file, which a crash leaves behind. */
function socketName(folder: string, platform: NodeJS.Platform): string {
  const name = `earshot-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  switch (platform) {
    case 'linux':
      return `\0${name}`;
    case 'win32':
      return `\\\\.\\pipe\\${name}`;
    default:
      return path.join(tmpdir(), `${name}.sock`);
  }
}

function listenOn(name: string): Promise<Server | null> {
  const server = createServer((stranger) => stranger.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null);
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
  if (!name.startsWith('\0')) rmSync(name, { force: true });
  return listenOn(name);
}
