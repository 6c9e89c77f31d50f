import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Command } from './running.ts';

/** How a command ended that opens no window, and what it said. */
export interface Ended {
  readonly status: number;
  readonly said: string;
}

/** Runs it to its end. */
export async function ended({ executable, args, env }: Command): Promise<Ended> {
  const cwd = new URL('../..', import.meta.url);
  try {
    const { stdout, stderr } = await promisify(execFile)(executable, [...args], { env, cwd });
    return { status: 0, said: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stdout' in error) || !('stderr' in error)) throw error;
    return { status: Number(error.code), said: String(error.stdout) + String(error.stderr) };
  }
}
