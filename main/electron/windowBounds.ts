import type { BrowserWindow } from 'electron';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { StateFile } from '../ports/storage.ts';
import type { Displays } from './displays.ts';
import { isOutOfSight, keptZoomSchema, placeOn, smallestOn, windowPlaceSchema, type Rectangle, type Size } from './windowPlace.ts';

/** As much of a window as its place needs. */
export type PlacedWindow = Pick<
  BrowserWindow,
  'isDestroyed' | 'isMinimized' | 'isMaximized' | 'isFullScreen' | 'getNormalBounds' | 'getBounds' | 'maximize' | 'unmaximize'
> & {
  setBounds(bounds: Rectangle): void;
  on(event: 'resize' | 'move' | 'maximize' | 'unmaximize' | 'restore', listener: () => void): unknown;
};

export interface WindowBounds {
  /** Where to open, and how large to draw the pages. */
  readonly start: { readonly bounds: Rectangle; readonly maximized: boolean; readonly zoom: number };
  /** The smallest size that the inspector can give it. */
  readonly smallest: Size;
  /** Writes the window's place down from now on, once it has come to rest, and brings it back when its display has gone. */
  follow(window: PlacedWindow): void;
  /** Writes down with it how large the pages are drawn from now on. */
  keepZoom(factor: number): void;
  /** Puts a window that cannot be taken hold of on today's displays where it can; nothing corrects those that are hidden. */
  bringBack(window: PlacedWindow): void;
}

/** A window that is being dragged, or that the system moves from a display that went, is at rest after this long, in milliseconds. */
const rest = 400;

/** Keeps where the window stands over restarts and monitors that come and go. */
export function createWindowBounds(file: StateFile, displays: Displays, clock: Clock): WindowBounds {
  const parsed = windowPlaceSchema.safeParse(file.read());
  // What cannot be read was not kept.
  const persisted = parsed.success ? parsed.data : null;
  let zoom = keptZoomSchema.safeParse(file.read()).data?.zoom ?? 1;
  let writeLater = (): void => undefined;

  function write(window: PlacedWindow): void {
    if (window.isDestroyed() || window.isMinimized()) return;
    // Of a maximised window, where it goes back to.
    file.write({ ...window.getNormalBounds(), maximized: window.isMaximized(), zoom });
  }

  function bringBack(window: PlacedWindow): void {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const areas = displays.areas();
    if (window.isMaximized()) {
      if (!isOutOfSight(window.getBounds(), areas)) return;
      window.unmaximize();
      window.setBounds(placeOn({ ...window.getNormalBounds(), maximized: true }, areas));
      window.maximize();
      return;
    }
    const stands = window.getBounds();
    const place = placeOn({ ...stands, maximized: false }, areas);
    if (place.x !== stands.x || place.y !== stands.y || place.width !== stands.width || place.height !== stands.height) {
      window.setBounds(place);
    }
  }

  return {
    start: { bounds: placeOn(persisted, displays.areas()), maximized: persisted?.maximized === true, zoom },
    smallest: smallestOn(displays.areas()),
    follow: (window) => {
      const atRest = (act: (window: PlacedWindow) => void): (() => void) => {
        let pending: CancelTimer | null = null;
        return () => {
          pending?.();
          pending = clock.after(rest, () => {
            pending = null;
            act(window);
          });
        };
      };
      writeLater = atRest(write);
      for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event, writeLater);
      displays.onChange(atRest(bringBack));
      window.on('restore', () => {
        bringBack(window);
      });
    },
    keepZoom: (factor) => {
      zoom = factor;
      writeLater();
    },
    bringBack,
  };
}
