import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOn, smallestOn, type Rectangle } from './windowPlace.ts';

const first = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1920, height: 1040 };
const persisted = { x: 2000, y: 100, width: 1200, height: 760, maximized: false };

describe('the window’s place', () => {
  test('is where it was while its monitor is there', () => {
    expect(placeOn(persisted, [first, second])).toEqual({ x: 2000, y: 100, width: 1200, height: 760 });
  });

  test('is the middle of the first monitor when its own is gone', () => {
    expect(placeOn(persisted, [first])).toEqual({ x: 360, y: 140, width: 1200, height: 760 });
  });

  test('shrinks to a smaller monitor', () => {
    expect(placeOn({ ...persisted, width: 3000, height: 2000 }, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 700,
    });
  });

  test('a title bar above the screen or under its edge cannot be taken hold of', () => {
    expect(placeOn({ ...persisted, x: 100, y: -40 }, [first]).y).toBe(140);
    expect(placeOn({ ...persisted, x: 1880, y: 10 }, [first]).x).toBe(360);
  });

  test('is the middle of the first monitor where none was kept, no larger than that', () => {
    expect(placeOn(null, [first, second])).toEqual({ x: 360, y: 140, width: 1200, height: 760 });
    expect(placeOn(null, [laptop.workArea, monitor.workArea])).toEqual({ x: 40, y: 0, width: 1200, height: 680 });
  });

  test('stays over two monitors if it stood over both', () => {
    const over = { x: 200, y: 20, width: 3000, height: 900 };
    expect(placeOn({ ...over, maximized: false }, [first, second])).toEqual(over);
  });

  test('stays partly beyond an edge, where it was put', () => {
    const beyond = { x: 1500, y: 700, width: 1200, height: 760 };
    expect(placeOn({ ...beyond, maximized: false }, [first])).toEqual(beyond);
  });

  test('stays as Windows snaps it, with edges that nobody sees', () => {
    const snapped = { x: 953, y: 0, width: 974, height: 1047 };
    expect(placeOn({ ...snapped, maximized: false }, [first])).toEqual(snapped);
  });
});

/** Displays as the system tells of them, in device-independent pixels: the laptop is the first one, the monitor on its right. */
const laptop = { scaleFactor: 1.5, workArea: { x: 0, y: 0, width: 1280, height: 680 } };
const monitor = { scaleFactor: 1, workArea: { x: 1280, y: 0, width: 2560, height: 1400 } };

describe('the window’s place on displays of different scale', () => {
  const stood = { x: 1500, y: 100, width: 1800, height: 1200 };
  const onMonitor = { ...stood, maximized: false };

  test('is where it was while both are as they were', () => {
    expect(placeOn(onMonitor, [laptop.workArea, monitor.workArea])).toEqual(stood);
  });

  test('is all of the smaller one when the larger one is gone', () => {
    expect(placeOn(onMonitor, [laptop.workArea])).toEqual(laptop.workArea);
  });

  test('is all of the display it stands on when that shows everything larger now', () => {
    const doubled = { scaleFactor: 2, workArea: { x: 1280, y: 0, width: 1280, height: 700 } };
    expect(placeOn(onMonitor, [laptop.workArea, doubled.workArea])).toEqual(doubled.workArea);
  });

  test('keeps its size on a display that shows everything smaller now', () => {
    const onLaptop = { x: 40, y: 20, width: 1200, height: 640, maximized: true };
    const single = { scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
    expect(placeOn(onLaptop, [single.workArea])).toEqual({ x: 40, y: 20, width: 1200, height: 640 });
  });

  test('the smallest size that may be chosen fits on each of them, with its title bar', () => {
    expect(smallestOn([laptop.workArea, monitor.workArea])).toEqual({ width: 860, height: 560 });
    const doubled = { scaleFactor: 2, workArea: { x: 0, y: 0, width: 960, height: 500 } };
    expect(smallestOn([doubled.workArea, monitor.workArea])).toEqual({ width: 860, height: 468 });
  });

  test('whatever was kept, and however large things are shown: there is something to take hold of, and nothing that can be had only by moving it', () => {
    const pixels = fc.constantFrom([1280, 800], [1366, 768], [1920, 1080], [2560, 1440], [3840, 2160]);
    const scale = fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 3);
    const display = fc.record({ pixels, scale }).map(({ pixels: [width = 0, height = 0], scale: by }) => ({
      width: Math.floor(width / by),
      height: Math.floor(height / by) - 40,
    }));
    const at = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 500, max: 6_000 });
    const persisted = fc.record({ x: at, y: at, width: size, height: size, maximized: fc.boolean() });
    fc.assert(
      fc.property(fc.option(persisted), display, display, (was, left, right) => {
        const areas: [Rectangle, Rectangle] = [
          { x: 0, y: 0, ...left },
          { x: left.width, y: 0, ...right },
        ];
        const place = placeOn(was, areas);
        const on = areas.find(
          (area) =>
            place.y >= area.y &&
            place.y < area.y + area.height &&
            Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x) >= 120,
        );
        expect(on).toBeDefined();
        const spans = areas.some(
          ({ x, y, width, height }) =>
            place.x + place.width > x &&
            place.x + place.width <= x + width &&
            place.y + place.height > y &&
            place.y + place.height <= y + height,
        );
        const fits = areas.some(({ width, height }) => place.width <= width + 16 && place.height <= height + 16);
        expect(fits || spans).toBe(true);
      }),
    );
  });
});
