import { describe, expect, it } from 'vitest';
import { createAttention } from './attention.ts';
import { createHandClock, type HandClock } from '../../../test/support/handClock.ts';

/** An X11 window and its window manager, which hears a request only when it is new, and drops that of the window it holds for the one in front. */
interface Scene {
  readonly attention: (wanted: boolean) => Promise<unknown>;
  readonly clock: HandClock;
  /** The window manager looks at what was asked of it since; it holds the window for the one in front, or not. */
  look(inFront: boolean): void;
  /** The window gets the focus, or loses it. */
  focus(has: boolean): void;
  /** It loses the focus, and the system does not say so. */
  leaveUntold(): void;
  demands(): boolean;
}

function scene(focused: boolean): Scene {
  const clock = createHandClock();
  let tell = (): void => undefined;
  let has = focused;
  let request = false;
  let heard = false;
  let demands = false;
  const window = {
    isDestroyed: () => false,
    isFocused: () => has,
    flashFrame: (on: boolean) => {
      request = on;
    },
  };
  const onFocusChange = (listener: () => void): void => {
    tell = listener;
  };
  return {
    attention: createAttention({ app: { dock: undefined }, window, onFocusChange, inTray: () => false, platform: 'linux', clock }),
    clock,
    look: (inFront) => {
      if (request !== heard) demands = request && !inFront;
      heard = request;
    },
    focus: (now) => {
      has = now;
      tell();
    },
    leaveUntold: () => {
      has = false;
    },
    demands: () => demands,
  };
}

/** Looks on at a window manager that is not busy, ten times a second. */
async function watch({ clock, look }: Scene, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await clock.advance(100);
    look(false);
  }
}

describe('the taskbar is asked for attention', () => {
  it('until a window manager that was busy while the window was left hears it', async () => {
    const desktop = scene(true);
    await desktop.attention(true);
    desktop.focus(false);
    await desktop.clock.advance(20_000);
    // It catches up, and still holds the window for the one in front.
    desktop.look(true);
    expect(desktop.demands()).toBe(false);
    await watch(desktop, 5_000);
    expect(desktop.demands()).toBe(true);
  });

  it('whenever the window has not the focus, though the system did not tell that it was left', async () => {
    const desktop = scene(true);
    await desktop.attention(true);
    desktop.leaveUntold();
    await watch(desktop, 5_000);
    expect(desktop.demands()).toBe(true);
  });

  it('no more once the window has the focus, and again when it is left', async () => {
    const desktop = scene(false);
    await desktop.attention(true);
    await watch(desktop, 10_000);
    expect(desktop.demands()).toBe(true);
    desktop.focus(true);
    await watch(desktop, 10_000);
    expect(desktop.demands()).toBe(false);
    desktop.focus(false);
    await watch(desktop, 10_000);
    expect(desktop.demands()).toBe(true);
  });

  it('never again when the ring is over', async () => {
    const desktop = scene(false);
    await desktop.attention(true);
    await watch(desktop, 1_100);
    await desktop.attention(false);
    for (let second = 0; second < 10; second += 1) {
      await watch(desktop, 1_000);
      expect(desktop.demands()).toBe(false);
    }
  });
});
