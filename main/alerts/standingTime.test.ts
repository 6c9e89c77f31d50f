import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closesAfter, isOpen, longest } from './standingTime.ts';

const at = (hours: number, minutes = 0, day = 10): number => new Date(2026, 5, day, hours, minutes).getTime();
const morning = { kind: 'window', from: 9 * 60, to: 12 * 60 } as const;
const night = { kind: 'window', from: 22 * 60, to: 6 * 60 } as const;

describe('a time window', () => {
  test.each([
    ['before it', morning, at(8, 59), false],
    ['at its first minute', morning, at(9), true],
    ['at its last', morning, at(11, 59), true],
    ['at its end', morning, at(12), false],
    ['before midnight', night, at(23), true],
    ['after midnight', night, at(5, 59), true],
    ['in the day between', night, at(6), false],
  ])('through midnight or not, is open as the clock on the wall says: %s', (_name, window, date, open) => {
    expect(isOpen(window, date)).toBe(open);
  });

  test('closes on this day or the next', () => {
    expect(closesAfter(morning, at(9))).toBe(at(12));
    expect(closesAfter(morning, at(12))).toBe(at(12, 0, 11));
    expect(closesAfter(night, at(23))).toBe(at(6, 0, 11));
    expect(closesAfter(night, at(1))).toBe(at(6));
  });

  test('whatever window and date: it is open until it closes, and shut then', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const dates = fc.integer({ min: at(0, 0, 1), max: at(0, 0, 28) });
    fc.assert(
      fc.property(minute, minute, dates, (from, to, date) => {
        fc.pre(from !== to);
        const window = { kind: 'window', from, to } as const;
        const closing = closesAfter(window, date);
        expect(closing).toBeGreaterThan(date);
        expect(isOpen(window, closing)).toBe(false);
        expect(isOpen(window, closing - 1)).toBe(true);
        if (isOpen(window, date)) expect(isOpen(window, date + Math.floor((closing - date) / 2))).toBe(true);
      }),
    );
  });
});

test('nothing is waited for longer than its hours, or than a window can be away', () => {
  expect(longest({ kind: 'hours', hours: 4 })).toBe(4 * 3_600_000);
  expect(longest(morning)).toBe(25 * 3_600_000);
});
