import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasOwner } from './bus.ts';
import { startErrands, type Errands } from './errands.ts';
import { lockKeyring, startKeyring } from './keyring.ts';
import { pressKeys, rightClick, typeText, wheelUp } from './keyboard.ts';
import { endAll, endAllNow, firstLine, marker, start, whileStopped, type Environment } from './processes.ts';
import { audioLacks, desktopLacks } from './programs.ts';
import { nobodyNotifies, writeSettings } from './settings.ts';
import { screenIn, screenOption, type Screen } from './screen.ts';
import { audioServer, sounds, whileHeadsetUnplugged, type Sound } from './sounds.ts';
import { watchToasts, type Toast } from './toastWatch.ts';
import { clickTrayIcon, clickTrayMenu, trayItems, type TrayItem } from './trayItems.ts';
import { until } from './until.ts';
import { activeWindow, closeWindow, minimizeWindow, told, topmostWindow, windows, type DesktopWindow } from './windows.ts';

/** A desktop of its own, without a screen, and what can be seen of it from outside the application. */
export interface Desktop {
  /** The environment that an application is to be started in. */
  readonly env: Environment;
  trayItems(): Promise<TrayItem[]>;
  /** Waits for the tray to hold an icon of which `fits` holds. */
  trayItem(fits?: (item: TrayItem) => boolean): Promise<TrayItem>;
  clickTrayIcon(): Promise<void>;
  clickTrayMenu(words: string): Promise<void>;
  /** Clicks it until `acted`: a line that has just come to mean something else does nothing for a moment. */
  chooseInTray(words: string, acted: () => Promise<boolean>): Promise<void>;
  /** Everything said since the desktop started, oldest first. */
  toasts(): Toast[];
  /** Clicks the newest toast. */
  clickToast(): Promise<void>;
  /** Puts the newest toast away, as its close button does. */
  dismissToast(): Promise<void>;
  /** Puts all toasts away. */
  dismissToasts(): Promise<void>;
  /** Do not disturb: toasts are taken and held back until it is off again. */
  holdToasts(held: boolean): Promise<void>;
  /** How many toasts are on the screen now, as the notification daemon says. */
  toastsDisplayed(): Promise<number>;
  /** All windows that are managed, the panel's too. */
  windows(): Promise<DesktopWindow[]>;
  /** The window with this title, or null while it is not among the managed ones (hidden in the tray). */
  window(title: string): Promise<DesktopWindow | null>;
  /** The id of the window that has the focus. */
  activeWindow(): Promise<string>;
  /** The id of the window that stands above all others that are managed. */
  topmostWindow(): Promise<string>;
  /** Presses the title bar's close button. */
  closeWindow(title: string): Promise<void>;
  /** Presses the title bar's minimise button. */
  minimizeWindow(title: string): Promise<void>;
  /** Types into the window that has the focus. */
  type(text: string): Promise<void>;
  /** Clicks with the mouse's right button at this place of the screen. */
  rightClick(place: readonly [number, number]): Promise<void>;
  /** Presses keys one after the other, by their X names. */
  press(...keys: readonly string[]): Promise<void>;
  /** Turns the wheel up once, over this place of the screen, while a key is held. */
  wheelUp(place: readonly [number, number], held: string): Promise<void>;
  /** Locks the keyring, which is unlocked when the desktop starts. */
  lockKeyring(): Promise<void>;
  /** What plays now, as the audio server says. */
  sounds(): Promise<Sound[]>;
  /** Has the headset unplugged while `act` runs. */
  whileHeadsetUnplugged(act: () => Promise<void>): Promise<void>;
  readonly screen: Screen;
  screenshot(file: string): Promise<void>;
  /** Stops the window manager while `act` runs. */
  whileWindowManagerStops(act: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

function environmentOf(folder: string, mark: string): Environment {
  const { PATH = '/usr/bin:/bin', LANG = 'C.UTF-8' } = process.env;
  return {
    PATH,
    LANG,
    [marker]: mark,
    HOME: folder,
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_SESSION_TYPE: 'x11',
    // Chromium chooses its keyring by the desktop's name.
    XDG_CURRENT_DESKTOP: 'XFCE',
    // The accessibility bus would outlive the desktop.
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
    GIO_USE_VFS: 'local',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
}

/** What a desktop may be started without, as some are: the panel that holds the tray, the notification daemon, the audio server. */
export type Dispensable = 'xfce4-panel' | 'dunst' | 'pulseaudio';

export interface DesktopOptions {
  readonly size?: string;
  readonly without?: readonly Dispensable[];
}

/** Starts X, the session bus, window manager, panel with tray, notification daemon, an unlocked keyring and, where it is installed, an audio server. */
export async function startDesktop({ size = '1280x800', without = [] }: DesktopOptions = {}): Promise<Desktop> {
  const lacks = desktopLacks();
  if (lacks.length > 0) throw new Error(lacks.join('; '));
  const folder = await mkdtemp(join(tmpdir(), 'earshot-desktop-'));
  const plain = environmentOf(folder, folder);
  const logs = join(folder, 'logs');
  const shown = join(folder, 'screen');
  const written = join(folder, 'written');
  // A test run that ends without stopping its desktop.
  const abandon = (): void => {
    endAllNow(folder);
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    const left = await endAll(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    if (left.length > 0) throw new Error(`still running: ${left.join(', ')}`);
  };
  try {
    await Promise.all([
      mkdir(logs),
      mkdir(shown),
      mkdir(written),
      mkdir(join(folder, 'data')),
      mkdir(join(folder, 'run'), { mode: 0o700 }),
    ]);
    await writeSettings(join(folder, 'config'));
    if (without.includes('dunst')) await nobodyNotifies(join(folder, 'data'));
    const errands = await startPrograms(
      plain,
      { logs, shown, written },
      { size, without: audioLacks().length > 0 ? [...without, 'pulseaudio'] : without },
    );
    const toastWatch = watchToasts(errands, logs);
    const find = async (title: string): Promise<DesktopWindow | null> =>
      (await windows(errands)).find((each) => each.title === title) ?? null;
    const awaited = (title: string): Promise<DesktopWindow> =>
      until(`a window named ${title}`, () => find(title)).catch(async (error: unknown) => {
        throw new Error(`${String(error)}. ${await told(errands)}`);
      });
    const { env, run } = errands;
    return {
      env,
      trayItems: () => trayItems(errands),
      trayItem: (fits = () => true) => until('the tray item', async () => (await trayItems(errands)).find(fits) ?? null),
      clickTrayIcon: () => clickTrayIcon(errands),
      clickTrayMenu: (words) => clickTrayMenu(errands, words),
      chooseInTray: async (words, acted) => {
        await until(`"${words}" in the tray’s menu acts`, async () => {
          if (await acted()) return true;
          await clickTrayMenu(errands, words);
          return null;
        });
      },
      toasts: toastWatch.toasts,
      toastsDisplayed: toastWatch.displayed,
      clickToast: async () => {
        await run('dunstctl', ['action']);
      },
      dismissToast: async () => {
        await run('dunstctl', ['close']);
      },
      dismissToasts: async () => {
        await run('dunstctl', ['close-all']);
      },
      holdToasts: async (held) => {
        await run('dunstctl', ['set-paused', String(held)]);
      },
      windows: () => windows(errands),
      window: find,
      activeWindow: () => activeWindow(errands),
      topmostWindow: () => topmostWindow(errands),
      closeWindow: async (title) => {
        await closeWindow(errands, (await awaited(title)).id);
      },
      minimizeWindow: async (title) => {
        await minimizeWindow(errands, (await awaited(title)).id);
      },
      type: (text) => typeText(errands, text),
      rightClick: (place) => rightClick(errands, place),
      press: (...keys) => pressKeys(errands, keys),
      wheelUp: (place, held) => wheelUp(errands, place, held),
      lockKeyring: () => lockKeyring(errands),
      sounds: () => sounds(errands),
      whileHeadsetUnplugged: (act) => whileHeadsetUnplugged(errands, act),
      screen: screenIn(shown),
      screenshot: async (file) => {
        await run('scrot', ['--overwrite', file]);
      },
      whileWindowManagerStops: (act) => whileStopped(folder, 'openbox', act),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startPrograms(
  plain: Environment,
  { logs, shown: folder, written }: { readonly logs: string; readonly shown: string; readonly written: string },
  { size, without }: Required<DesktopOptions>,
): Promise<Errands> {
  // Without -noreset the screen begins again, and turns everyone away for a moment, whenever its only client so far leaves.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset', ...screenOption(folder)];
  const screen = start({ program: 'Xvfb', args, env: plain, logs });
  const shown: Environment = { ...plain, DISPLAY: `:${await firstLine(screen, 3)}` };
  const bus = start({ program: 'dbus-daemon', args: ['--session', '--nofork', '--print-address=1'], env: shown, logs });
  const env: Environment = { ...shown, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 1) };
  const errands = startErrands(env, written);
  startKeyring(env, logs);
  start({ program: 'openbox', args: ['--sm-disable'], env, logs });
  const started = (program: Dispensable, args: readonly string[], ready: () => Promise<unknown>): Promise<unknown> => {
    if (without.includes(program)) return Promise.resolve();
    start({ program, args, env, logs });
    return ready();
  };
  const owned = (name: string): Promise<true> => until(name, async () => ((await hasOwner(errands, name)) ? true : null));
  await Promise.all([
    until('openbox', async () => ((await errands.run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'])).includes('window id') ? true : null)),
    started('xfce4-panel', ['--disable-wm-check', '--sm-client-disable'], () => owned('org.kde.StatusNotifierWatcher')),
    started('dunst', [], () => owned('org.freedesktop.Notifications')),
    started('pulseaudio', audioServer, () => until('pulseaudio', () => sounds(errands))),
    owned('org.freedesktop.secrets'),
  ]);
  return errands;
}
