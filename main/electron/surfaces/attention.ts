import type { App, BrowserWindow } from 'electron';
import type { Shown } from '../../alerts/surfaces.ts';
import type { Clock } from '../../host.ts';

export interface AttentionParts {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly inTray: () => boolean;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
}

/** Milliseconds after which a window manager has taken note that a window was left, and of a wish taken back. */
const noticed = { leaving: 1_000, wish: 200 };

/** Flashes the window's taskbar button, or bounces the dock icon, from the call with true to the one with false. */
export function createAttention({ app, window, inTray, platform, clock }: AttentionParts): (wanted: boolean) => Promise<Shown> {
  let bounce: number | null = null;
  let asked = false;
  let cancel = (): void => undefined;

  function dock(wanted: boolean): Shown {
    if (app.dock === undefined) return { kind: 'notSupported' };
    if (bounce !== null) app.dock.cancelBounce(bounce);
    bounce = wanted ? app.dock.bounce('critical') : null;
    // macOS bounces no icon of the program in front.
    return bounce !== null && bounce < 0 ? { kind: 'notShown', why: 'inFront' } : { kind: 'shown' };
  }

  function taskbar(wanted: boolean): Shown {
    if (window.isDestroyed()) return { kind: 'notShown', why: 'noWindow' };
    asked = wanted;
    flash(wanted && !window.isFocused());
    if (wanted && inTray()) return { kind: 'notShown', why: 'inTray' };
    return { kind: 'shown' };
  }

  function flash(on: boolean): void {
    cancel();
    if (window.isDestroyed()) return;
    window.flashFrame(on);
    if (on && platform === 'linux') cancel = clock.after(noticed.leaving, flashAnew);
  }

  // An X11 window manager drops the wish of a window that it still holds for the one in front, and hears it only when it is new.
  function flashAnew(): void {
    if (window.isDestroyed()) return;
    window.flashFrame(false);
    cancel = clock.after(noticed.wish, () => {
      if (!window.isDestroyed()) window.flashFrame(true);
    });
  }

  if (platform !== 'darwin') {
    window.on('focus', () => {
      if (asked) flash(false);
    });
    window.on('blur', () => {
      if (asked) flash(true);
    });
  }
  return (wanted) => Promise.resolve(platform === 'darwin' ? dock(wanted) : taskbar(wanted));
}
