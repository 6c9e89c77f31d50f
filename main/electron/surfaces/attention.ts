import type { App, BrowserWindow } from 'electron';
import type { Shown } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';

export interface AttentionOptions {
  readonly app: Pick<App, 'dock'>;
  readonly window: Pick<BrowserWindow, 'isDestroyed' | 'isFocused' | 'flashFrame'>;
  /** Calls back when the window comes to the front, or is left. */
  readonly onFocusChange: (listener: () => void) => void;
  readonly inTray: () => boolean;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
}

/**
 * Milliseconds after which a window manager that is not busy has taken note that a window was left, after which one that is
 * may have, and that a request must be taken back for to be a new one.
 */
const anew = { first: 1_000, next: 3_000, apart: 200 };

/** Flashes the window's taskbar button, or bounces the dock icon, from the call with true to the one with false. */
export function createAttention({
  app,
  window,
  onFocusChange,
  inTray,
  platform,
  clock,
}: AttentionOptions): (wanted: boolean) => Promise<Shown> {
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
    flash();
    if (wanted && inTray()) return { kind: 'notShown', why: 'inTray' };
    return { kind: 'shown' };
  }

  function flash(): void {
    cancel();
    if (window.isDestroyed()) return;
    window.flashFrame(asked && !window.isFocused());
    if (asked && platform === 'linux') cancel = clock.after(anew.first, flashAnew);
  }

  // An X11 window manager drops the request of a window that it still holds for the one in front, and hears it only when it is
  // new. It tells nobody, and may be busy for as long as it likes: so it is asked for as long as it rings.
  function flashAnew(): void {
    if (window.isDestroyed()) return;
    window.flashFrame(false);
    cancel = clock.after(anew.apart, () => {
      if (window.isDestroyed()) return;
      window.flashFrame(!window.isFocused());
      cancel = clock.after(anew.next, flashAnew);
    });
  }

  if (platform !== 'darwin') {
    onFocusChange(() => {
      if (asked) flash();
    });
  }
  return (wanted) => Promise.resolve(platform === 'darwin' ? dock(wanted) : taskbar(wanted));
}
