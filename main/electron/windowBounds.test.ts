import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createWindowBounds, type PlacedWindow } from './windowBounds.ts';
import type { Rectangle } from './windowPlace.ts';
import type { StateFile } from '../ports/storage.ts';
import { createHandClock } from '../../test/support/handClock.ts';

const left = { x: 0, y: 0, width: 1280, height: 800 };
const right = { ...left, x: 1280 };
const onRight = { x: 1400, y: 60, width: 900, height: 600 };

class TestWindow extends EventEmitter implements PlacedWindow {
  bounds: Rectangle = onRight;
  maximized = false;
  minimized = false;
  readonly isDestroyed = (): boolean => false;
  readonly isMinimized = (): boolean => this.minimized;
  readonly isMaximized = (): boolean => this.maximized;
  readonly isFullScreen = (): boolean => false;
  readonly getBounds = (): Rectangle => this.bounds;
  readonly getNormalBounds = (): Rectangle => this.bounds;
  readonly setBounds = (bounds: Rectangle): void => {
    this.bounds = bounds;
  };
  readonly maximize = (): void => {
    this.maximized = true;
  };
  readonly unmaximize = (): void => {
    this.maximized = false;
  };
}

function stage(persisted: unknown = null) {
  const clock = createHandClock();
  const written: unknown[] = [];
  const file: StateFile = { damaged: false, read: () => written.at(-1) ?? persisted, write: (value) => written.push(value) };
  let areas: readonly [Rectangle, ...Rectangle[]] = [left, right];
  let tell = (): void => undefined;
  const displays = {
    areas: () => areas,
    onChange: (listener: () => void) => {
      tell = listener;
    },
  };
  const window = new TestWindow();
  const place = createWindowBounds(file, displays, clock);
  place.follow(window);
  const unplug = (): void => {
    areas = [left];
    tell();
  };
  return { clock, written, file, place, window, unplug };
}

it('keeps how large the pages are drawn beside the window’s place', async () => {
  const { clock, written, place } = stage({ ...onRight, maximized: false });
  expect(place.start.zoom).toBe(1);
  place.keepZoom(1.25);
  await clock.advance(1_000);
  expect(written).toEqual([{ ...onRight, maximized: false, zoom: 1.25 }]);
  expect(stage(written[0]).place.start.zoom).toBe(1.25);
});

it('takes a size of the pages that no key leads to for none', () => {
  expect(stage({ ...onRight, maximized: false, zoom: 40 }).place.start).toMatchObject({ zoom: 1, bounds: onRight });
});

it('brings a window back whose monitor went, when the system has had time to do so', async () => {
  const { clock, window, unplug } = stage();
  unplug();
  expect(window.bounds).toEqual(onRight);
  await clock.advance(1_000);
  expect(window.bounds).toEqual({ x: 190, y: 100, width: 900, height: 600 });
});

it('brings one back that waited minimised', async () => {
  const { clock, window, unplug } = stage();
  window.minimized = true;
  unplug();
  await clock.advance(1_000);
  expect(window.bounds).toEqual(onRight);
  window.minimized = false;
  window.emit('restore');
  expect(window.bounds).toEqual({ x: 190, y: 100, width: 900, height: 600 });
});

it('brings one back maximised that was so', () => {
  const { place, window, unplug } = stage();
  window.bounds = right;
  window.maximized = true;
  unplug();
  place.bringBack(window);
  expect(window).toMatchObject({ maximized: true, bounds: left });
});

it('leaves a window where it is that can be seen', async () => {
  const { clock, window, place, unplug } = stage();
  window.bounds = { x: 40, y: 40, width: 900, height: 600 };
  unplug();
  await clock.advance(1_000);
  place.bringBack(window);
  expect(window.bounds).toEqual({ x: 40, y: 40, width: 900, height: 600 });
  // Windows lets a maximised window stand over the edges.
  window.bounds = { x: -8, y: -8, width: 1296, height: 816 };
  window.maximized = true;
  place.bringBack(window);
  expect(window.bounds.x).toBe(-8);
});
