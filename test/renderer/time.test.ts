import { describe, expect, it } from 'vitest';
import { createClock } from '../../renderer/clock/clock.ts';
import { durationText, timeInStateText } from '../../renderer/i18n/duration.ts';
import { en } from '../../renderer/i18n/en/en.ts';
import { ageText, dateText } from '../../renderer/i18n/timeText.ts';

describe('times in words', () => {
  it.each([
    [-5000, '0:00'],
    [0, '0:00'],
    [59_999, '0:59'],
    [192_000, '3:12'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
  ])('%d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it('says at least where the beginning was not seen', () => {
    expect(timeInStateText(0, true, 192_000)).toBe('3:12');
    expect(timeInStateText(0, false, 192_000)).toBe('≥ 3:12');
  });

  it.each([
    [14_000, '14 s ago'],
    [60_000, '1 min ago'],
    [7_300_000, '2 h ago'],
  ])('an age of %d ms is %s', (ms, text) => {
    expect(ageText(ms, en)).toBe(text);
  });

  it('does not fail on a date that is none', () => {
    expect(dateText(Number.MAX_VALUE, en)).toBe(String(Number.MAX_VALUE));
  });
});

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
