import { join } from 'node:path';
import { nativeImage, type App, type BrowserWindow } from 'electron';
import type { BadgePlan, Shown } from '../../alerts/surfaces.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

export interface BadgeOptions {
  readonly app: Pick<App, 'dock' | 'setBadgeCount'>;
  readonly window: Pick<BrowserWindow, 'setOverlayIcon' | 'isDestroyed'>;
  readonly inTray: () => boolean;
  readonly platform: NodeJS.Platform;
  /** Where the overlay's pictures are. */
  readonly folder: string;
}

/** The dock's badge, the overlay on Windows' taskbar button, or the launcher's count on the Linux desktops that have one. */
export function createBadge({ app, window, inTray, platform, folder }: BadgeOptions): (plan: BadgePlan | null) => Promise<Shown> {
  function dock(plan: BadgePlan | null): Shown {
    if (app.dock === undefined) return { kind: 'notSupported' };
    app.dock.setBadge(plan === null ? '' : badgeText(plan));
    return { kind: 'shown' };
  }

  function overlay(plan: BadgePlan | null): Shown {
    if (window.isDestroyed()) return { kind: 'notShown', why: 'noWindow' };
    if (plan === null) {
      window.setOverlayIcon(null, '');
      return { kind: 'shown' };
    }
    const image = nativeImage.createFromPath(join(folder, `${plan.mark}.png`));
    if (image.isEmpty()) return { kind: 'notShown', why: 'pictureMissing' };
    window.setOverlayIcon(image, oneLine(plan.words, 200));
    return inTray() ? { kind: 'notShown', why: 'inTray' } : { kind: 'shown' };
  }

  function launcher(plan: BadgePlan | null): Shown {
    const count = plan === null ? 0 : Math.max(1, plan.count);
    // Only a launcher that takes counts answers with true.
    return app.setBadgeCount(count) ? { kind: 'shown' } : { kind: 'notSupported' };
  }

  return (plan) => {
    switch (platform) {
      case 'darwin':
        return Promise.resolve(dock(plan));
      case 'win32':
        return Promise.resolve(overlay(plan));
      default:
        return Promise.resolve(launcher(plan));
    }
  };
}

/** A phone that rings now has no number to show. */
function badgeText({ mark, count }: BadgePlan): string {
  return mark === 'ringing' ? '•' : String(Math.max(1, count));
}
