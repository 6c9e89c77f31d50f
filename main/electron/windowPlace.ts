import { z } from 'zod';
import { zoomBounds } from './zoom.ts';

const rectangle = { x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() };

/** Where the window stood, in the system's own units (device-independent pixels). */
export const windowPlaceSchema = z.object({ ...rectangle, maximized: z.boolean() });

/** How large its pages were drawn, beside its place. */
export const keptZoomSchema = z.object({ zoom: z.number().min(zoomBounds.smallest).max(zoomBounds.largest) });

export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** What the displays of today leave to windows, in device-independent pixels whatever the scale of each; the main one first. */
export type WorkAreas = readonly [Rectangle, ...Rectangle[]];

/** The size of a window that never stood anywhere. */
const fresh: Size = { width: 1200, height: 760 };

/** Below that the page gets hard to use. */
const smallest: Size = { width: 860, height: 560 };

/** What is needed of the title bar to take hold of the window. */
const grip: Size = { width: 120, height: 32 };

/** Windows counts edges that nobody sees to a window's size: one that fills a screen is larger than that. */
const unseenEdges = 16;

/**
 * Where to put the window now. As it was, if its title bar can be taken hold of on one of today's displays and it is not larger
 * than that one: it may show everything larger than it did. Else in its size, as far as it fits: on that display, or in the middle
 * of the first one if the monitor that it stood on is gone.
 */
export function placeOn(persisted: WindowPlace | null, areas: WorkAreas): Rectangle {
  if (persisted === null) return inMiddle(fresh, areas[0]);
  const { x, y, width, height } = persisted;
  const area = areas.find((each) => holdsTitle(persisted, each));
  if (area === undefined) return inMiddle(persisted, areas[0]);
  const fits = width <= area.width + unseenEdges && height <= area.height + unseenEdges;
  return fits || areas.some((each) => holdsFarCorner(persisted, each)) ? { x, y, width, height } : within(persisted, area);
}

/**
 * The smallest size that may be chosen: on a small display that shows everything large, no more than there is room for. Linux does
 * not count the title bar to the window: there has to be room for it too.
 */
export function smallestOn(areas: WorkAreas): Size {
  return {
    width: Math.min(smallest.width, ...areas.map(({ width }) => width)),
    height: Math.min(smallest.height, ...areas.map(({ height }) => height - grip.height)),
  };
}

const fitted = ({ width, height }: Size, area: Size): Size => ({
  width: Math.min(width, area.width),
  height: Math.min(height, area.height),
});

function inMiddle(wanted: Size, area: Rectangle): Rectangle {
  const { width, height } = fitted(wanted, area);
  return { x: area.x + Math.floor((area.width - width) / 2), y: area.y + Math.floor((area.height - height) / 2), width, height };
}

/** Moved no further than it takes. */
function within(place: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = fitted(place, area);
  const between = (wanted: number, least: number, most: number): number => Math.max(least, Math.min(wanted, most));
  return {
    x: between(place.x, area.x, area.x + area.width - width),
    y: between(place.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function holdsTitle(place: Rectangle, area: Rectangle): boolean {
  const right = Math.min(place.x + place.width, area.x + area.width);
  const left = Math.max(place.x, area.x);
  return right - left >= grip.width && place.y >= area.y && place.y + grip.height <= area.y + area.height;
}

/** Whether too little of it is on any display to take hold of it. */
export function isOutOfSight(place: Rectangle, areas: WorkAreas): boolean {
  return !areas.some((area) => {
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
    const height = Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y);
    return width >= grip.width && height >= grip.height;
  });
}

/** Whether the lower right corner is on it: a window may stand over several displays. */
function holdsFarCorner(place: Rectangle, area: Rectangle): boolean {
  const [x, y] = [place.x + place.width, place.y + place.height];
  return x > area.x && x <= area.x + area.width && y > area.y && y <= area.y + area.height;
}
