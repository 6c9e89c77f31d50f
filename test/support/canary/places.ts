import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findCanaries, type Finding } from './canaries.ts';

/** Searches every file below `folder`, its names too. */
export function searchFolder(folder: string): Finding[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const inName = findCanaries(`name of ${file}`, entry.name);
    return entry.isFile() ? [...inName, ...findCanaries(file, contentOf(file))] : inName;
  });
}

/** Files below a folder whose names say that a crash was kept. */
export function crashDumps(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(dmp|core|heapsnapshot)$|^core(\.\d+)?$|report\..*\.json$/i.test(file),
  );
}

/** Searches the arguments and the environment of a process and of all that it started. */
export function searchProcesses(pid: number): Finding[] {
  return [pid, ...descendants(pid)].flatMap((each) =>
    ['cmdline', 'environ'].flatMap((what) => findCanaries(`${what} of ${commandOf(each)}`, contentOf(`/proc/${String(each)}/${what}`))),
  );
}

/** The processes that a process started, and theirs. */
export function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const below = (of: number): number[] => parents.filter(({ parent }) => parent === of).flatMap((each) => [each.pid, ...below(each.pid)]);
  return below(pid);
}

export function commandOf(pid: number): string {
  return contentOf(`/proc/${String(pid)}/cmdline`)
    .toString()
    .replaceAll('\0', ' ')
    .slice(0, 100);
}

function parentOf(pid: string): number {
  return Number(/\) \S (\d+)/.exec(contentOf(`/proc/${pid}/stat`).toString())?.[1] ?? 0);
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // Gone meanwhile, or a socket.
    return Buffer.alloc(0);
  }
}
