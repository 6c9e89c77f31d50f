import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { z } from 'zod';
import { findElectron, sandboxArguments } from '../../scripts/electronBinary.ts';
import { withoutOptimizing } from '../support/chromium.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import { inTurn } from './inTurn.ts';

const root = join(import.meta.dirname, '..', '..');
const sandbox = sandboxArguments();
/** The test desktop has no GPU: a process that stands in for it costs a tenth of a test. */
const cheaply = ['--disable-gpu', withoutOptimizing];
const lineSchema = z.looseObject({ event: z.string() });

export type LogLine = z.infer<typeof lineSchema>;

export interface LaunchOptions {
  readonly desktop: Desktop;
  /** What Electron is given: `.` for the product, the harness's bundle for the harness. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  /** More flags for Chromium. */
  readonly flags?: readonly string[];
  /** As its users start it, for figures: without the switches that make a test cheaper and the application slower. */
  readonly asShipped?: true;
  /** Lays out the data folder before the start. */
  readonly prepare?: (dataFolder: string) => Promise<void>;
  /** Names a program to start in Electron's place, which starts that. */
  readonly around?: (executable: string) => Promise<string>;
}

export interface Command {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  /** What the application has logged so far. */
  log(): Promise<LogLine[]>;
  /** Starts it without Playwright: as a user does, and a second time beside the first. */
  start(...words: readonly string[]): ChildProcess;
  forget(): Promise<void>;
}

export interface Running extends Command {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

async function readLog(file: string): Promise<LogLine[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** How to start the application on the test desktop, with a data folder of its own. */
export async function command({ desktop, entry, env: extra = {}, flags = [], asShipped, prepare }: LaunchOptions): Promise<Command> {
  const electron = findElectron(process.env, false);
  if (electron.kind === 'missing') throw new Error(electron.why);
  const executable = electron.file;
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-data-'));
  await prepare?.(dataFolder);
  const env = { ...desktop.env, EARSHOT_DATA_DIR: dataFolder, ...extra };
  const args = [...sandbox, ...(asShipped === true ? [] : cheaply), ...flags, entry];
  return {
    executable,
    args,
    env,
    dataFolder,
    log: () => readLog(join(dataFolder, 'logs', 'earshot.log')),
    start: (...words) => spawn(executable, [...args, ...words], { env, cwd: root, stdio: 'ignore' }),
    forget: () => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Starts the application under Playwright. */
export async function launch(options: LaunchOptions): Promise<Running> {
  const starting = await command(options);
  const { executable, args, env } = starting;
  const launched = await _electron.launch({
    executablePath: (await options.around?.(executable)) ?? executable,
    args: ['-r', join(import.meta.dirname, 'holdReady.cjs'), ...args],
    env,
    cwd: root,
    // Playwright switches the sandbox off unless told otherwise.
    chromiumSandbox: sandbox.length === 0,
  });
  const app = inTurn(launched);
  const page = await app.firstWindow();
  return {
    ...starting,
    app,
    page,
    close: async () => {
      await app.close();
      await starting.forget();
    },
  };
}
