import { spawn, type ChildProcess } from 'node:child_process';
import { root } from './project.ts';

export interface Finished {
  readonly status: number;
  /** What it printed, both streams. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a script of a package with the project's Node.js and keeps what it prints; `hear` gets what it sends while it runs. */
export async function runQuietly(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
  hear?: (message: unknown) => void,
): Promise<Finished> {
  const began = Date.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: hear === undefined ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (hear !== undefined) child.on('message', hear);
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // What was sent last may come after the end.
  const silent = hear === undefined ? Promise.resolve() : new Promise((resolve) => child.once('disconnect', resolve));
  const [status] = await Promise.all([ended(child), silent]);
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
