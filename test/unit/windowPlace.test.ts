import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOn } from '../../main/electron/windowPlace.ts';

const first = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1920, height: 1040 };
const kept = { x: 2000, y: 100, width: 1200, height: 760, maximized: false };

describe('the window’s place', () => {
  test('is where it was while its monitor is there', () => {
    expect(placeOn(kept, [first, second])).toEqual({ x: 2000, y: 100, width: 1200, height: 760 });
  });

  test('is the middle of the first monitor when its own is gone', () => {
    expect(placeOn(kept, [first])).toEqual({ x: 360, y: 140, width: 1200, height: 760 });
  });

  test('shrinks to a smaller monitor', () => {
    expect(placeOn({ ...kept, width: 3000, height: 2000 }, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 700,
    });
  });

  test('a title bar above the screen or under its edge cannot be taken hold of', () => {
    expect(placeOn({ ...kept, x: 100, y: -40 }, [first]).y).toBe(140);
    expect(placeOn({ ...kept, x: 1880, y: 10 }, [first]).x).toBe(360);
  });

  test('whatever was kept, there is something to take hold of on a display', () => {
    const far = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 860, max: 6_000 });
    fc.assert(
      fc.property(far, far, size, size, (x, y, width, height) => {
        const place = placeOn({ x, y, width, height, maximized: false }, [first, second]);
        const held = [first, second].some(
          (area) => place.y >= area.y && place.y < area.y + area.height && place.x < area.x + area.width && place.x + place.width > area.x,
        );
        expect(held).toBe(true);
      }),
    );
  });
});
