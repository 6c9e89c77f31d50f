import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type Environment = Readonly<Record<string, string>>;

/** The variable by which everything that a desktop started can be found again, also what its programs started. */
export const marker = 'EARSHOT_TEST_DESKTOP';

export interface StartOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly logs: string;
  readonly input?: string;
}

/** Starts a program of the desktop; what it says goes to a file named after it. */
export function start({ program, args, env, logs, input }: StartOptions): ChildProcess {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const log = createWriteStream(join(logs, `${program}.log`), { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  // A program that ended before it read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  child.on('error', (error) => log.write(`${error.message}\n`));
  return child;
}

/** The first line that a program writes to one of its outputs. */
export function firstLine(child: ChildProcess, output: 1 | 3): Promise<string> {
  const stream = child.stdio[output];
  return new Promise((resolve, reject) => {
    let text = '';
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end).trim());
    });
    child.once('exit', (code) => {
      reject(new Error(`${child.spawnfile} ended with ${String(code)}`));
    });
    child.once('error', reject);
  });
}

function marked(mark: string): number[] {
  const wanted = `${marker}=${mark}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(wanted))
    .map(Number);
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    // Another user's, or gone meanwhile.
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

/** Stops a program of the desktop while `act` runs: to others it is as on a machine that gives it no turn. */
export async function whileStopped(mark: string, program: string, act: () => Promise<void>): Promise<void> {
  const pids = marked(mark).filter((pid) => commandOf(pid) === program);
  if (pids.length === 0) throw new Error(`${program} does not run`);
  signal(pids, 'SIGSTOP');
  try {
    await act();
  } finally {
    signal(pids, 'SIGCONT');
  }
}

/** Ends every process that carries the mark: first asked, then made to. Returns those that are left, which is none. */
export async function endAll(mark: string): Promise<number[]> {
  signal(marked(mark), 'SIGTERM');
  for (let round = 0; round < 20; round += 1) {
    await delay(50);
    if (marked(mark).length === 0) return [];
  }
  endAllNow(mark);
  await delay(100);
  return marked(mark);
}

/** The same without waiting, for when this process itself is at its end. */
export function endAllNow(mark: string): void {
  signal(marked(mark), 'SIGKILL');
}
