import type { BrowserWindow } from 'electron';
import type { CancelTimer, Clock, KeptFile } from '../host.ts';
import { placeOn, smallestOn, windowPlaceSchema, type Rectangle, type Size, type WindowPlace, type WorkAreas } from './windowPlace.ts';

export interface KeptPlace {
  /** Where to open. */
  readonly start: { readonly bounds: Rectangle; readonly maximized: boolean };
  /** The smallest size that the inspector can give it. */
  readonly smallest: Size;
  /** Writes the window's place down from now on, once it has come to rest. */
  follow(window: BrowserWindow): void;
}

/** A window that is being dragged is at rest after this long, in milliseconds. */
const rest = 400;

/** Keeps where the window stands over restarts and monitors that come and go. */
export function createKeptPlace(file: KeptFile, areas: WorkAreas, clock: Clock): KeptPlace {
  const parsed = windowPlaceSchema.safeParse(file.read());
  // What cannot be read was not kept.
  const kept = parsed.success ? parsed.data : null;
  return {
    start: { bounds: placeOn(kept, areas), maximized: kept?.maximized === true },
    smallest: smallestOn(areas),
    follow: (window) => {
      let pending: CancelTimer | null = null;
      const write = (): void => {
        pending = null;
        if (window.isDestroyed() || window.isMinimized()) return;
        // Of a maximised window, where it goes back to.
        const place: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() };
        file.write(place);
      };
      const later = (): void => {
        pending?.();
        pending = clock.after(rest, write);
      };
      window.on('resize', later);
      window.on('move', later);
      window.on('maximize', later);
      window.on('unmaximize', later);
    },
  };
}
