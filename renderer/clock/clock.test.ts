import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';

function scriptedTime() {
  let now = 10_400;
  let hidden = false;
  let changed: () => void = () => undefined;
  let due: { readonly at: number; readonly run: () => void } | null = null;
  const time = {
    now: () => now,
    wall: () => now,
    after: (ms: number, run: () => void) => {
      due = { at: now + ms, run };
      return () => {
        due = null;
      };
    },
    hidden: () => hidden,
    onVisibility: (listener: () => void) => {
      changed = listener;
    },
  };
  return {
    time,
    isRunning: () => due !== null,
    hide: (value: boolean) => {
      hidden = value;
      changed();
    },
    pass: (ms: number) => {
      const end = now + ms;
      while (due !== null && due.at <= end) {
        const { at, run } = due;
        due = null;
        now = at;
        run();
      }
      now = end;
    },
  };
}

describe('the shared clock', () => {
  it('writes at once and then on each second', () => {
    const { time, pass } = scriptedTime();
    const written: number[] = [];
    createClock(time).show((now) => written.push(now));
    pass(2000);
    expect(written).toEqual([10_400, 11_000, 12_000]);
  });

  it('stands still while nothing shows a time or nobody looks, and is right at once afterwards', () => {
    const { time, pass, hide, isRunning } = scriptedTime();
    const clock = createClock(time);
    expect(isRunning()).toBe(false);
    const written: number[] = [];
    const stop = clock.show((now) => written.push(now));
    hide(true);
    expect(isRunning()).toBe(false);
    pass(60_000);
    hide(false);
    expect(written).toEqual([10_400, 70_400]);
    pass(1000);
    expect(written).toEqual([10_400, 70_400, 71_000]);
    stop();
    expect(isRunning()).toBe(false);
  });
});
