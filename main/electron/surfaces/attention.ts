import type { App, BrowserWindow } from 'electron';
import type { Shown } from '../../alerts/surfaces.ts';

export interface AttentionParts {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly inTray: () => boolean;
  readonly platform: NodeJS.Platform;
}

/** Flashes the window's taskbar button, or bounces the dock icon, from the call with true to the one with false. */
export function createAttention({ app, window, inTray, platform }: AttentionParts): (wanted: boolean) => Promise<Shown> {
  let bounce: number | null = null;

  function dock(wanted: boolean): Shown {
    if (app.dock === undefined) return { kind: 'notSupported' };
    if (bounce !== null) app.dock.cancelBounce(bounce);
    bounce = wanted ? app.dock.bounce('critical') : null;
    // macOS bounces no icon of the program in front.
    return bounce !== null && bounce < 0 ? { kind: 'notShown', why: 'Earshot is in front' } : { kind: 'shown' };
  }

  function taskbar(wanted: boolean): Shown {
    if (window.isDestroyed()) return { kind: 'notShown', why: 'there is no window' };
    window.flashFrame(wanted);
    if (wanted && inTray()) return { kind: 'notShown', why: 'a window in the tray has no taskbar button' };
    return { kind: 'shown' };
  }

  return (wanted) => Promise.resolve(platform === 'darwin' ? dock(wanted) : taskbar(wanted));
}
