import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Environment } from './processes.ts';

/** Runs small programs to their end in one environment, and returns what each wrote. */
export interface Errands {
  readonly env: Environment;
  /** Rejects with what it wrote as an error when it ended with another status than 0, or not in time. `more` is added to the environment. */
  run(program: string, args: readonly string[], more?: Environment): Promise<string>;
  /** Runs nothing any more. */
  end(): void;
}

/** The program ran to an end, with another status than 0. */
export class EndedBadly extends Error {}

/** Null when the program ended badly, as one does that asks for a window that has gone meanwhile. */
export async function unlessBad(output: Promise<string>): Promise<string | null> {
  try {
    return await output;
  } catch (error) {
    if (error instanceof EndedBadly) return null;
    throw error;
  }
}

/** Milliseconds; none of them has to wait for anything. */
const patience = 30_000;

interface Waiting {
  resolve(status: number): void;
  reject(error: Error): void;
}

/**
 * Starts a shell that does the starting: for a process of hundreds of megabytes, as a test's is, to fork costs several times what
 * the small program does. What programs write lies in `folder` until it is read. The shell ends with this process at the latest.
 */
export function startErrands(env: Environment, folder: string): Errands {
  const shell = spawn('/bin/sh', [], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let isOver = false;
  createInterface({ input: shell.stdout }).on('line', (line) => {
    const [id = 0, status = 1] = line.split(' ').map(Number);
    waiting.get(id)?.resolve(status);
  });
  const end = (): void => {
    isOver = true;
    for (const { reject } of waiting.values()) reject(new Error('the errands have ended'));
  };
  shell.once('exit', end);
  shell.once('error', end);
  shell.stdin.on('error', end);

  function statusOf(id: number, name: string, line: string): Promise<number> {
    return new Promise<number>((resolve, reject) => {
      if (isOver) {
        reject(new Error('the errands have ended'));
        return;
      }
      const timer = setTimeout(() => waiting.get(id)?.reject(new Error(`${name}: not within ${String(patience)} ms`)), patience);
      const done = <Args extends unknown[]>(act: (...args: Args) => void): ((...args: Args) => void) => {
        return (...args) => {
          clearTimeout(timer);
          waiting.delete(id);
          act(...args);
        };
      };
      waiting.set(id, { resolve: done(resolve), reject: done(reject) });
      shell.stdin.write(line);
    });
  }

  return {
    env,
    end: () => {
      shell.kill();
      end();
    },
    run: async (program, args, more = {}) => {
      const id = (ids += 1);
      const [output, errors] = [join(folder, `${String(id)}.out`), join(folder, `${String(id)}.err`)];
      const settings = Object.entries(more).map(([name, value]) => `${name}=${quoted(value)}`);
      const words = [...settings, ...[program, ...args].map(quoted)].join(' ');
      // Twice in parentheses: the shell itself waits for nothing, and nothing is left for it to collect.
      const line = `( (${words} </dev/null >${quoted(output)} 2>${quoted(errors)}; echo "${String(id)} $?") & )\n`;
      try {
        const status = await statusOf(id, program, line);
        if (status !== 0)
          throw new EndedBadly(`${program} ${args.join(' ')} ended with ${String(status)}: ${await readFile(errors, 'utf8')}`);
        return await readFile(output, 'utf8');
      } finally {
        await Promise.all([rm(output, { force: true }), rm(errors, { force: true })]);
      }
    },
  };
}

/** A word that the shell takes as it is. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
