import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App, LoginItemSettings } from 'electron';
import type { LoginItemState } from '../../contract/state.ts';
import type { Log } from '../ports/log.ts';
import type { LoginItem } from '../ports/loginItem.ts';
import { codeOf } from '../results/codeOf.ts';
import { autostartEntry, entryState, withExecutable } from './autostartEntry.ts';

/** The switch that a start at log-in carries; macOS tells of it otherwise. */
const atLogin = 'at-login';

export interface LoginItemOptions {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  /** The program to start: the AppImage's file where Earshot runs from one. */
  readonly executable: string;
  /** Where a Linux desktop looks for what it starts (freedesktop.org's autostart specification). */
  readonly autostartFolder: string;
  readonly log: Log;
}

/** What starts Earshot when the inspector logs in; null where this Earshot is not installed, and could not be started. */
export function createLoginItem({ app, platform, executable, autostartFolder, log }: LoginItemOptions): LoginItem | null {
  if (!app.isPackaged) return null;
  const quietly = (set: (on: boolean) => LoginItemState) => (on: boolean) => {
    try {
      return set(on);
    } catch (error) {
      log.error('start at log-in not set', { why: error instanceof Error ? error.name : 'unknown' });
      return 'failed';
    }
  };
  if (platform === 'linux') return { set: quietly(setDesktopEntry(join(autostartFolder, 'earshot.desktop'), executable, log)) };
  const options = platform === 'win32' ? { path: executable, args: [`--${atLogin}`] } : {};
  return {
    set: quietly((on) => {
      if (app.getLoginItemSettings(options).openAtLogin !== on) app.setLoginItemSettings({ ...options, openAtLogin: on });
      if (!on || !isSwitchedOff(app.getLoginItemSettings(options), platform)) return 'asSet';
      // Theirs to say, and left so.
      log.info('start at log-in switched off by the system');
      return 'switchedOff';
    }),
  };
}

/** Whether the user told the system no: Windows in its task manager, macOS in its settings, which there want to be asked first. */
function isSwitchedOff(found: LoginItemSettings, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? found.openAtLogin && !found.executableWillLaunchAtLogin : found.status === 'requires-approval';
}

/** Whether the system started Earshot at log-in. */
export function startedAtLogin(app: Pick<App, 'commandLine' | 'getLoginItemSettings'>, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : app.commandLine.hasSwitch(atLogin);
}

/** Touches no entry but Earshot's own, and leaves it off where the desktop's own tool switched it off. */
function setDesktopEntry(file: string, executable: string, log: Log): (on: boolean) => LoginItemState {
  const carried = `--${atLogin}`;
  return (on) => {
    const entry = textOf(file);
    const state = entryState(entry, carried);
    if (state === 'otherwise') {
      log.info('start at log-in is another entry’s');
      return 'otherwise';
    }
    if (!on) {
      rmSync(file, { force: true });
      return 'asSet';
    }
    if (state === 'switchedOff') log.info('start at log-in switched off by the desktop');
    const wanted = entry === null ? autostartEntry(executable, carried) : withExecutable(entry, executable, carried);
    if (entry !== wanted) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, wanted);
    }
    return state === 'switchedOff' ? 'switchedOff' : 'asSet';
  };
}

/** Null when there is none; throws when there is one that cannot be read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
