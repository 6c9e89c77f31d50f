import { describe, expect, it } from 'vitest';
import { durationText, timeInStateText } from './duration.ts';
import { en } from './en/en.ts';
import { ageText, dateText } from './timeText.ts';

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
