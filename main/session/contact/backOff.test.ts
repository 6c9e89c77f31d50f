import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOff } from './backOff.ts';
import { pollTimings } from '../poll/pollTimings.ts';

describe('back-off', () => {
  test('is anywhere between nothing and its ceiling, and the ceiling has a cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (losses, random) => {
        const pause = backOff(losses, pollTimings, () => random);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(pollTimings.backOffCap);
      }),
    );
  });

  test('its ceiling doubles with each loss', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7].map((losses) => backOff(losses, pollTimings, () => 1));
    expect(ceilings).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000]);
  });

  test('uses the whole range, so that two hundred inspectors do not come back as one', () => {
    expect(backOff(6, pollTimings, () => 0)).toBe(0);
    expect(backOff(6, pollTimings, () => 0.5)).toBe(4_000);
  });
});
