import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prefix } from './places.ts';

const env = {
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d;findstr.exe=n',
};

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a Windows program to its end. What it prints goes through a file: Wine's background programs would hold a pipe open. */
export function wine(...words: readonly string[]): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-wine-'));
  const file = path.join(folder, 'output');
  const output = openSync(file, 'w');
  try {
    const { status } = spawnSync('wine', words, { env: { ...process.env, ...env }, stdio: ['ignore', output, output], timeout: 120_000 });
    return { status, output: readFileSync(file, 'latin1') };
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true });
  }
}

/** Starts a Windows program that goes on. */
export function startWine(...words: readonly string[]): ChildProcess {
  return spawn('wine', words, { env: { ...process.env, ...env }, stdio: 'ignore' });
}

/** What stands in a registry key and below it, by `KEY\VALUE`; the keys' own values by `KEY\(Default)`. Empty where there is no key. */
export function registry(key: string): ReadonlyMap<string, string> {
  const { status, output } = wine('reg', 'query', key, '/s');
  const found = new Map<string, string>();
  if (status !== 0) return found;
  let at = '';
  for (const line of output.split('\r\n')) {
    if (line.startsWith('HKEY_')) at = line;
    const [, name, data] = /^ {4}(\S.*?) {4}REG_\w+ {4}(.*)$/u.exec(line) ?? [];
    if (name !== undefined && data !== undefined) found.set(`${at}\\${name}`, data);
  }
  return found;
}
