import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SignInForm } from '../../contract/state.ts';

export interface RunningWebHost {
  /** The link that it printed. */
  readonly link: string;
  readonly origin: string;
  readonly dataFolder: string;
  /** Ends it as Ctrl-C does; the data folder goes too. */
  stop(): Promise<void>;
}

const root = path.join(import.meta.dirname, '..', '..');

/** The web host in a process of its own, on a free port, over the built renderer. */
export async function startWebHost(form: SignInForm | null = null): Promise<RunningWebHost> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-web-'));
  const entry = path.join(import.meta.dirname, 'webHostProcess.ts');
  const child = spawn(process.execPath, [entry, '--no-open', '--data-dir', dataFolder], {
    cwd: root,
    env: { ...process.env, ...(form === null ? {} : { EARSHOT_DEMO_SIGN_IN: JSON.stringify(form) }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /^Earshot is at (http:\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`The web host ended with ${String(code)}.`));
    });
  });
  return {
    link,
    origin: new URL(link).origin,
    dataFolder,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
