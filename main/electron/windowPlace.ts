import { z } from 'zod';

const rectangle = { x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() };

/** Where the window stood, in the system's own units (device-independent pixels). */
export const windowPlaceSchema = z.object({ ...rectangle, maximized: z.boolean() });

export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is needed of the title bar to take hold of the window. */
const grip = { width: 120, height: 32 };

/**
 * Where to put the window now. As it was, if its title bar can be taken hold of on one of the displays of today (their work
 * areas); else in its size, as far as it fits, in the middle of the first one: the monitor it stood on may be gone.
 */
export function placeOn(kept: WindowPlace, workAreas: readonly Rectangle[]): Rectangle {
  const { x, y, width, height } = kept;
  const [first] = workAreas;
  if (first === undefined || workAreas.some((area) => holdsTitle(kept, area))) return { x, y, width, height };
  const fitted = { width: Math.min(width, first.width), height: Math.min(height, first.height) };
  return {
    ...fitted,
    x: first.x + Math.floor((first.width - fitted.width) / 2),
    y: first.y + Math.floor((first.height - fitted.height) / 2),
  };
}

function holdsTitle(place: Rectangle, area: Rectangle): boolean {
  const right = Math.min(place.x + place.width, area.x + area.width);
  const left = Math.max(place.x, area.x);
  return right - left >= grip.width && place.y >= area.y && place.y + grip.height <= area.y + area.height;
}
