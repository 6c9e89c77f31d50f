import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { findElectron, hasDisplay, sandboxArguments } from '../../../scripts/electronBinary.ts';
import { runQuietly } from '../../../scripts/processes.ts';
import { inProject } from '../../../scripts/project.ts';
import { firstLine } from '../../support/desktop/processes.ts';
import { lacksOf } from '../program.ts';
import { createDriven, heardSchema, type Heard, type Opener } from './driven.ts';
import type { FromElectron, ToElectron } from './messages.ts';

/** Where the main process' bundle is built to. */
export const electronFolder = inProject('dist', 'test-servers');

/** Why Electron cannot be tried here; empty when it can. */
export function electronLacks(): string[] {
  const electron = findElectron(process.env, false);
  const display = hasDisplay(process.env) ? [] : lacksOf([{ what: 'Xvfb', debianPackage: 'xvfb' }]);
  return [...(electron.kind === 'missing' ? [electron.why] : []), ...display];
}

/** Starts Electron, on a screen of its own where there is none. `folder`: for its profile. */
export async function startElectron(folder: string): Promise<Opener> {
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const config = inProject('test', 'servers', 'earshot', 'vite.config.ts');
  const built = await runQuietly(vite, ['build', '--config', config, '--logLevel', 'warn']);
  if (built.status !== 0) throw new Error(`Electron's main process could not be built:\n${built.output}`);
  const electron = findElectron(process.env, false);
  if (electron.kind === 'missing') throw new Error(electron.why);
  const screen = hasDisplay(process.env) ? null : await startScreen();
  const args = [...sandboxArguments(), `--user-data-dir=${folder}`, path.join(electronFolder, 'main.js')];
  const env = { ...process.env, ...(screen === null ? {} : { DISPLAY: screen.display }) };
  const child = spawn(electron.file, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const end = (): void => {
    child.kill('SIGKILL');
    screen?.process.kill();
  };
  process.once('exit', end);
  const hearing = new Map<number, (message: Heard) => void>();
  const closing = new Map<number, () => void>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const version = await new Promise<string>((resolve, reject) => {
    void ended.then(() => {
      reject(new Error('Electron ended at its start.'));
    });
    child.on('message', (message: FromElectron) => {
      switch (message.kind) {
        case 'ready':
          resolve(message.electron);
          return;
        case 'heard':
          hearing.get(message.earshot)?.(heardSchema.parse(message.message));
          return;
        case 'closed':
          closing.get(message.earshot)?.();
      }
    });
  });
  const tell = (message: ToElectron): void => void child.send(message);
  let opened = 0;
  return {
    version: `Electron ${version} (BoringSSL)`,
    open: ({ proxyScript = null }, policy) => {
      opened += 1;
      const earshot = opened;
      const close = (): Promise<void> =>
        new Promise((resolve) => {
          closing.set(earshot, resolve);
          tell({ kind: 'close', earshot });
        });
      const { driven, hear } = createDriven((command) => {
        tell({ kind: 'command', earshot, ...command });
      }, close);
      hearing.set(earshot, hear);
      tell({ kind: 'open', earshot, policy, proxyScript });
      // The state comes when it is open: a command before that would find nobody.
      return driven.until('Electron opens an Earshot', () => true).then(() => driven);
    },
    close: async () => {
      process.off('exit', end);
      child.disconnect();
      await ended;
      screen?.process.kill();
    },
  };
}

async function startScreen(): Promise<{ readonly display: string; readonly process: ChildProcess }> {
  const args = ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return { display: `:${await firstLine(xvfb, 3)}`, process: xvfb };
}
