import { execFile, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Needed } from './row.ts';

/** Programs for administrators lie outside of the usual PATH. */
const searchPath = `${process.env['PATH'] ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`;
const nobody = 65_534;
/** Milliseconds until a server that was started has to take connections. */
const patience = 60_000;
const isRoot = process.getuid?.() === 0;
/** None of them gets root's rights. */
const asNobody = isRoot ? { uid: nobody, gid: nobody } : {};

/** Why a group cannot be tried here, one reason for each thing that is missing. */
export function lacksOf(needs: readonly Needed[]): string[] {
  return needs.filter(({ what }) => find(what) === null).map(({ what, debianPackage }) => `${what} (Debian package ${debianPackage})`);
}

function find(what: string): string | null {
  const files = path.isAbsolute(what) ? [what] : searchPath.split(path.delimiter).map((folder) => path.join(folder, what));
  return files.find((file) => isThere(file, path.isAbsolute(what) ? constants.R_OK : constants.X_OK)) ?? null;
}

function isThere(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

/** A folder that the programs may write to. */
export function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (isRoot) chownSync(folder, nobody, nobody);
  return folder;
}

/** Runs a program to its end; what it wrote, both streams. Rejects with that when it fails. */
export async function run(program: string, args: readonly string[], folder: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(find(program) ?? program, args, { ...asNobody, cwd: folder, env: envIn(folder) });
  return stdout + stderr;
}

/** `nginx 1.22.1`; null where it does not tell. */
export async function versionOf({ what, version }: Needed, folder: string): Promise<string | null> {
  if (version === undefined) return null;
  const found = version.of.exec(await run(version.program ?? what, version.args, folder))?.[1];
  return found === undefined ? null : `${version.name} ${found}`;
}

export interface Started {
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it takes connections on each of the ports. What it says goes to `NAME.log` in the folder, and
 * into the error when it ends before that.
 */
export async function startProgram(
  name: string,
  program: string,
  args: readonly string[],
  folder: string,
  ports: readonly number[],
): Promise<Started> {
  const file = path.join(folder, `${name}.log`);
  const child = spawn(find(program) ?? program, args, {
    ...asNobody,
    cwd: folder,
    env: envIn(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(file, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', end));
  const latest = performance.now() + patience;
  for (const port of ports) {
    while (!(await answers(port))) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${name} ended at its start:\n${readFileSync(file, 'utf8').slice(-4_000)}`);
      if (performance.now() > latest)
        throw new Error(`${name} takes no connections on port ${String(port)}:\n${readFileSync(file, 'utf8').slice(-4_000)}`);
      await delay(50);
    }
  }
  return {
    stop: async () => {
      child.kill('SIGTERM');
      const impatient = setTimeout(end, 3_000);
      await ended;
      clearTimeout(impatient);
      log.end();
    },
  };
}

function envIn(folder: string): Record<string, string> {
  return { PATH: searchPath, HOME: folder, LANG: 'C.UTF-8', TMPDIR: folder };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

/** So many ports of 127.0.0.1 that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (address === null || typeof address === 'string') throw new Error('No port.');
      return address.port;
    }),
  );
}
