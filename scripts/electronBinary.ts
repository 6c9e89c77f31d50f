import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { x11Switch } from '../main/electron/displayServer.ts';
import { inProject } from './project.ts';

export type ElectronBinary = { readonly kind: 'found'; readonly file: string } | { readonly kind: 'missing'; readonly why: string };

/** A minute and a half is enough for the download on a slow line, and short enough to wait for when there is no line. */
const downloadAtMost = 90_000;

const howToGetIt = '(node node_modules/electron/install.js fetches it; ELECTRON_OVERRIDE_DIST_PATH may name a folder with one)';

/** The Electron to run: the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the electron package's own, fetched when it is not there. */
export function findElectron(env: Record<string, string | undefined>, mayDownload: boolean): ElectronBinary {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder !== undefined && folder !== '')
    return existing(path.join(folder, programName()), 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron');
  const installed = installedFile();
  if (installed !== null) return { kind: 'found', file: installed };
  if (!mayDownload) return { kind: 'missing', why: `the Electron binary is not installed ${howToGetIt}` };
  spawnSync(process.execPath, [inProject('node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: downloadAtMost });
  const fetched = installedFile();
  return fetched === null
    ? { kind: 'missing', why: `the Electron binary could not be downloaded ${howToGetIt}` }
    : { kind: 'found', file: fetched };
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(env: Record<string, string | undefined>): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** As root Chromium's sandbox cannot start (containers, CI). */
export function sandboxArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Whatever Electron it is: to one before Wayland the switch says what it does anyway. */
const waylandElectron = '45';

/** What Electron is started with from the source. */
export function desktopArguments(): readonly string[] {
  const session = { platform: process.platform, env: process.env, electron: waylandElectron, ozone: '' };
  return [...sandboxArguments(), ...x11Switch(session)];
}

function installedFile(): string | null {
  const named = inProject('node_modules', 'electron', 'path.txt');
  if (!existsSync(named)) return null;
  const file = inProject('node_modules', 'electron', 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(file) ? file : null;
}

function existing(file: string, why: string): ElectronBinary {
  return existsSync(file) ? { kind: 'found', file } : { kind: 'missing', why };
}

function programName(): string {
  switch (process.platform) {
    case 'darwin':
      return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}
