import { Menu, Tray } from 'electron';
import { failed } from '../../alerts/errorAsNotShown.ts';
import type { AlertAction, Shown, TrayPicture, TrayPlan } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';
import { createTrayChoices, trayMenuTemplate } from './trayMenu.ts';
import { trayImage } from './trayPicture.ts';
import { trayHost } from './trayHost.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

/** Windows cuts a tooltip off here. */
const tooltipLimit = 127;

/** Milliseconds: whether there is a tray at all is asked when the other surfaces have been asked to show. */
const afterOthers = 50;

export interface TrayOptions {
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly onAction: (action: AlertAction) => void;
  /** Whether there is a place for the icon, each time that it was asked. Where that cannot be told, there is none to rely on. */
  readonly onPlace: (there: boolean) => void;
}

export interface TraySurface {
  show(plan: TrayPlan): Promise<Shown>;
  destroy(): void;
}

/** The tray icon; it appears with the first plan. */
export function createTray({ folder, platform, clock, monotonic, onAction, onPlace }: TrayOptions): TraySurface {
  // Held here: an icon that is garbage collected leaves the tray.
  let tray: Tray | null = null;
  let picture: TrayPicture | null = null;
  /** Made while there was no place for it: a panel that comes later never learns of such an icon, or shows it by the old way, without its words. */
  let isAstray = false;
  let last: TrayPlan | null = null;
  const choices = createTrayChoices(monotonic, onAction);

  function place(wanted: TrayPicture): Tray | null {
    if (tray !== null && picture === wanted) return tray;
    const image = trayImage(folder, wanted, platform);
    if (image.isEmpty()) return null;
    picture = wanted;
    if (tray === null) {
      tray = new Tray(image);
      tray.on('click', () => {
        onAction('show');
      });
    } else {
      tray.setImage(image);
    }
    return tray;
  }

  /** Puts the icon there, its words and its menu with it. False: there is no picture for it. */
  function put(plan: TrayPlan): boolean {
    const placed = place(plan.picture);
    if (placed === null) return false;
    placed.setToolTip(oneLine(plan.tooltip, tooltipLimit));
    // A new menu each time: Linux does not notice changes within one.
    placed.setContextMenu(Menu.buildFromTemplate(trayMenuTemplate(plan.menu, choices.choose)));
    return true;
  }

  async function seen(): Promise<Shown> {
    await new Promise<void>((resolve) => {
      clock.after(afterOthers, resolve);
    });
    const host = await trayHost(platform);
    if (host === 'none') isAstray = true;
    if (host === 'there' && isAstray && last !== null) {
      isAstray = false;
      tray?.destroy();
      tray = null;
      put(last);
    }
    onPlace(host === 'there');
    switch (host) {
      case 'there':
        return { kind: 'shown' };
      case 'none':
        return { kind: 'notSupported' };
      case 'unknown':
        return { kind: 'notShown', why: 'trayUnknown' };
    }
  }

  return {
    show: async (plan) => {
      choices.offer(plan.menu);
      last = plan;
      try {
        if (!put(plan)) {
          onPlace(false);
          return { kind: 'notShown', why: 'pictureMissing' };
        }
        return await seen();
      } catch (error) {
        onPlace(false);
        return failed(error);
      }
    },
    destroy: () => {
      last = null;
      tray?.destroy();
      tray = null;
    },
  };
}
