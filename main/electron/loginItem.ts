import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import type { LoginItem, Log } from '../host.ts';

/** The switch that a start at log-in carries; macOS tells of it otherwise. */
const atLogin = 'at-login';

export interface LoginItemParts {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  /** The program to start: the AppImage's file where Earshot runs from one. */
  readonly executable: string;
  /** Where a Linux desktop looks for what it starts (freedesktop.org's autostart specification). */
  readonly autostartFolder: string;
  readonly log: Log;
}

/** What starts Earshot when the inspector logs in; null where this Earshot is not installed, and could not be started. */
export function createLoginItem({ app, platform, executable, autostartFolder, log }: LoginItemParts): LoginItem | null {
  if (!app.isPackaged) return null;
  const quietly = (set: (on: boolean) => void) => (on: boolean) => {
    try {
      set(on);
    } catch (error) {
      log.error('start at log-in not set', { why: error instanceof Error ? error.name : 'unknown' });
    }
  };
  if (platform === 'linux') return { set: quietly(setDesktopEntry(join(autostartFolder, 'earshot.desktop'), executable)) };
  const options = platform === 'win32' ? { path: executable, args: [`--${atLogin}`] } : {};
  return {
    set: quietly((on) => {
      if (app.getLoginItemSettings(options).openAtLogin !== on) app.setLoginItemSettings({ ...options, openAtLogin: on });
    }),
  };
}

/** Whether the system started Earshot at log-in. */
export function startedAtLogin(app: Pick<App, 'commandLine' | 'getLoginItemSettings'>, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : app.commandLine.hasSwitch(atLogin);
}

function setDesktopEntry(file: string, executable: string): (on: boolean) => void {
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Earshot', `Exec=${quoted(executable)} --${atLogin}`, ''].join('\n');
  return (on) => {
    if (!on) rmSync(file, { force: true });
    else if (textOf(file) !== entry) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, entry);
    }
  };
}

/** As the desktop entry specification quotes an argument of `Exec`: its backslashes are escaped once more, as in any text of such a file. */
function quoted(argument: string): string {
  return `"${argument.replaceAll(/["`$\\]/g, String.raw`\\$&`).replaceAll('%', '%%')}"`;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
