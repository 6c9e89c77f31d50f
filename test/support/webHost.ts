import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SignInForm } from '../../contract/state.ts';
import { bundled } from './bundled/bundled.ts';

export interface RunningWebHost {
  /** The link that it printed. */
  readonly link: string;
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  readonly dataFolder: string;
  /** All that it wrote to stdout and stderr. */
  output(): string;
  /** Ends it as Ctrl-C does; the data folder goes too. */
  stop(): Promise<void>;
}

export interface WebHostOptions {
  /** A demo's sign-in form. */
  readonly form?: SignInForm | null;
  /** For Node itself. */
  readonly nodeFlags?: readonly string[];
  /** One of the test's own, which stays when the host has ended. */
  readonly dataFolder?: string;
  /** Modules that the process loads first. */
  readonly env?: Readonly<Record<string, string>>;
}

const root = path.join(import.meta.dirname, '..', '..');

function spawnWebHost(options: WebHostOptions, args: readonly string[]): { child: ChildProcess; output: () => string } {
  const { form = null, nodeFlags = [], env = {} } = options;
  // `npm run test:windows` drives Windows' own.
  const child = spawn(process.env['EARSHOT_TEST_NODE'] ?? process.execPath, [...nodeFlags, bundled('webHost'), '--no-open', ...args], {
    cwd: root,
    env: { ...process.env, ...env, ...(form === null ? {} : { EARSHOT_DEMO_SIGN_IN: JSON.stringify(form) }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails never comes to its `stop`.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output };
}

/** The web host in a process of its own, on a free port, over the built renderer. */
export async function startWebHost(options: WebHostOptions = {}): Promise<RunningWebHost> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'earshot-web-'));
  const { child, output } = spawnWebHost(options, ['--data-dir', dataFolder]);
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /^Earshot is at (http:\S+)$/m.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`The web host ended with ${String(code)}: ${output()}`));
    });
  });
  const { origin, port } = new URL(link);
  return {
    link,
    origin,
    port: Number(port),
    pid: child.pid ?? 0,
    dataFolder,
    output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A web host that is expected not to start: how it ended and what it said. */
export async function endedWebHost(args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const { child, output } = spawnWebHost({}, args);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, output: output() };
}

/** The cookie that the link turns into, as a browser sends it. */
export async function redeemLink(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`The link gave no cookie but ${String(answer.status)}.`);
  return cookie.split(';', 1)[0] ?? '';
}
