import { app, ipcMain, screen } from 'electron';
import type { AlertAction, AlertSurfaces, Shown, Surface } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { desktopSession, isOnWayland } from '../displayServer.ts';
import type { AppFiles } from '../files.ts';
import type { MainWindow } from '../window.ts';
import type { Zoom } from '../zoom.ts';
import { createAlertPage, type AlertPage } from './alertPage.ts';
import { createAlertWindow } from './alertWindow.ts';
import { createAttention } from './attention.ts';
import { createBadge } from './badge.ts';
import { linuxDaemon } from './daemonWatch.ts';
import { createDoNotDisturb } from './doNotDisturb.ts';
import { shownUnlessQuiet } from './heardToast.ts';
import { createSound } from './sound.ts';
import { createToast } from './toast.ts';
import { tellsButtons } from './toastEvents.ts';
import type { ToastWords } from './toastOptions.ts';
import { createTray } from './tray.ts';
import { unlessOvertaken } from './unlessOvertaken.ts';

export interface AlertSurfacesOptions {
  readonly main: MainWindow;
  readonly files: AppFiles;
  readonly zoom: Zoom;
  /** A button or a line of a menu was chosen; a click on a toast is `show`. */
  readonly onAction: (action: AlertAction) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ElectronAlerts {
  readonly surfaces: AlertSurfaces;
  readonly page: AlertPage;
  /** Loads what would otherwise make the first alert wait. */
  prepare(): void;
  /** Says something that has nothing to do with a ring. */
  say(words: ToastWords): Promise<Shown>;
  /** Takes everything off the screen. */
  destroy(): void;
}

/** Everything that Electron can tell of a ring with. */
export function createAlertSurfaces({ main, files, zoom, onAction, clock, log }: AlertSurfacesOptions): ElectronAlerts {
  const { window, inTray } = main;
  const { platform } = process;
  const monotonic = (): number => performance.now();
  const page = createAlertPage({
    ipcMain,
    preload: files.alertPreload,
    icon: files.icon,
    devTools: !app.isPackaged,
    zoom,
    platform,
    clock,
    log,
  });
  const toast = createToast({
    platform,
    clock,
    monotonic,
    daemon: linuxDaemon,
    tellsButtons: tellsButtons(process.versions.electron),
    onAction,
  });
  const tray = createTray({ folder: files.tray, platform, clock, monotonic, onAction, onPlace: main.trayIs });
  const quiet = createDoNotDisturb(platform, clock);
  const onWayland = isOnWayland(desktopSession(app, process.env));
  /** Wayland shows what it likes of a window, and tells nobody. */
  const asKnown = (shown: Shown): Shown => (onWayland && shown.kind === 'shown' ? { kind: 'notShown', why: 'unconfirmed' } : shown);
  const raise = (wanted: boolean): Shown => {
    if (!wanted) return { kind: 'shown' };
    return main.raise() ? asKnown({ kind: 'shown' }) : { kind: 'notShown', why: 'notRaised' };
  };
  const alertWindow = createAlertWindow({ page, screen, zoom, monotonic, onAction });
  const onFocusChange = (listener: () => void): void => {
    window.on('focus', listener);
    window.on('blur', listener);
    window.on('minimize', listener);
  };
  const attention = createAttention({ app, window, onFocusChange, inTray, platform, clock });
  const inTurn = <Plan>(surface: Surface<Plan>): Surface<Plan> => unlessOvertaken(surface, clock);

  return {
    page,
    surfaces: {
      tray: tray.show,
      badge: createBadge({ app, window, inTray, platform, folder: files.badge }),
      attention: inTurn(async (wanted) => (wanted ? asKnown(await attention(true)) : attention(false))),
      page: 'inPage',
      toast: inTurn((plan) => (plan === null ? toast.ring(null) : shownUnlessQuiet(toast.ring(plan), quiet))),
      sound: inTurn(createSound(page)),
      window: inTurn(async (plan) => (plan === null ? alertWindow(null) : asKnown(await alertWindow(plan)))),
      raise: inTurn((wanted) => Promise.resolve(raise(wanted))),
      quiet,
      onToastLost: toast.onLost,
    },
    prepare: page.prepare,
    say: toast.say,
    destroy: () => {
      toast.clear();
      tray.destroy();
      page.destroy();
    },
  };
}
