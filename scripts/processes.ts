import { spawn, type ChildProcess } from 'node:child_process';
import { root } from './project.ts';

export interface Finished {
  readonly status: number;
  /** What it printed, both streams. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a script of a package with the project's Node.js and keeps what it prints. */
export async function runQuietly(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
  const began = Date.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const status = await ended(child);
  return { status, output, seconds: (Date.now() - began) / 1000 };
}

/** The exit status; 1 when it was ended by a signal or could not be started. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
