import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Desktop } from '../support/desktop/desktop.ts';
import { electronBinary } from './electronBinary.ts';

const root = join(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  readonly desktop: Desktop;
  /** What Electron is given: `.` for the product, the harness's bundle for the harness. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  /** More flags for Chromium. */
  readonly flags?: readonly string[];
}

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** The command line and environment of this run, to start a second one beside it. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Chromium's sandbox refuses to run as root; for anyone else it stays on. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the application on the test desktop with a data folder of its own. */
export async function launch({ desktop, entry, env: extra = {}, flags = [] }: LaunchOptions): Promise<Running> {
  const executable = electronBinary();
  if (executable === null) throw new Error('there is no Electron binary');
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-data-'));
  const env = { ...desktop.env, EARSHOT_DATA_DIR: dataFolder, ...extra };
  const args = [...sandbox, ...flags, entry];
  const app = await _electron.launch({ executablePath: executable, args, env, cwd: root });
  const page = await app.firstWindow();
  return {
    app,
    page,
    dataFolder,
    executable,
    args,
    env,
    close: async () => {
      await app.close();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
