import type { BrowserWindow, Rectangle as ElectronRectangle } from 'electron';
import type { CancelTimer, Clock, KeptFile } from '../host.ts';
import { placeOn, windowPlaceSchema, type Rectangle, type WindowPlace } from './windowPlace.ts';

export interface KeptPlace {
  /** Where to open; null: nothing was kept, or nothing that can be read. */
  readonly start: { readonly bounds: Rectangle; readonly maximized: boolean } | null;
  /** Writes the window's place down from now on, once it has come to rest. */
  follow(window: BrowserWindow): void;
}

/** A window that is being dragged is at rest after this long, in milliseconds. */
const rest = 400;

/** Keeps where the window stands over restarts and monitors that come and go. */
export function createKeptPlace(file: KeptFile, workAreas: () => readonly ElectronRectangle[], clock: Clock): KeptPlace {
  const parsed = windowPlaceSchema.safeParse(file.read());
  const start = parsed.success ? { bounds: placeOn(parsed.data, workAreas()), maximized: parsed.data.maximized } : null;
  return {
    start,
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
