import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedCount } from './moved.ts';

describe('how many have moved', () => {
  const row = (workNo: number) => ({ workNo: String(workNo) });
  const count = (shown: readonly number[], live: readonly number[]) => movedCount(shown.map(row), live.map(row));

  it.each([
    [[1, 2, 3, 4], [1, 2, 3, 4], 0],
    [[1, 2, 3, 4], [4, 1, 2, 3], 1],
    [[1, 2, 3, 4], [4, 3, 2, 1], 3],
    [[1, 2, 3], [1, 3], 1],
    [[1, 2, 3], [1, 5, 2, 3], 1],
    [[], [1, 2], 2],
  ])('%j to %j: %i', (shown, live, moved) => {
    expect(count(shown, live)).toBe(moved);
  });

  it('is none for the same order, and never more than all who are in either', () => {
    const numbers = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, numbers, (shown, live) => {
        expect(count(shown, shown)).toBe(0);
        expect(count(shown, live)).toBe(count(live, shown));
        expect(count(shown, live)).toBeLessThanOrEqual(new Set([...shown, ...live]).size);
      }),
    );
  });
});
