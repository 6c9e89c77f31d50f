import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowPlaces, nextPlaces, type RowPlace } from '../../renderer/roster/grid/rowPlaces.ts';

const places = (...workNos: string[]): readonly RowPlace[] => workNos.map((workNo, key) => ({ workNo, key }));
const keys = (of: readonly RowPlace[]): number[] => of.map(({ key }) => key);
const someRows = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 8 });

describe('the elements of the rows', () => {
  it('are passed on, in order, when all the rows go and others come', () => {
    expect(nextPlaces(places('1', '2', '3'), ['7', '8', '9'], null)).toEqual(places('7', '8', '9'));
  });

  it('stay with the rows that stay', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['1', '2', '3', '4'], null))).toEqual([0, 1, 2, 3]);
    expect(keys(nextPlaces(places('2', '3', '4'), ['1', '2', '3'], null))).toEqual([3, 0, 1]);
  });

  it('are passed on between two rows that stay', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['1', '9', '3'], null))).toEqual([0, 1, 2]);
  });

  it('that went at the top are moved to the end for those that come there; at the top new ones are built, where the others would have to move', () => {
    expect(keys(nextPlaces(places('1', '2', '3', '4'), ['3', '4', '5', '6'], null))).toEqual([2, 3, 0, 1]);
    expect(keys(nextPlaces(places('3', '4', '5', '6'), ['1', '2', '3', '4'], null))).toEqual([4, 5, 0, 1]);
  });

  it('are never passed on from the row that may hold the focus', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['7', '8', '9'], '1'))).not.toContain(0);
  });

  it('show each row once, let no row that stays change its element, and pass each other at the end alone', () => {
    fc.assert(
      fc.property(fc.array(someRows, { minLength: 2, maxLength: 6 }), fc.constantFrom(null, '1', '2'), (looks, kept) => {
        const next = createRowPlaces();
        let held: readonly RowPlace[] = [];
        for (const workNos of looks) {
          const now = next(workNos, kept);
          expect(now.map(({ workNo }) => workNo)).toEqual(workNos);
          expect(new Set(keys(now)).size).toBe(now.length);
          for (const { workNo, key } of now) {
            const before = held.find((each) => each.workNo === workNo);
            if (before !== undefined) expect(key).toBe(before.key);
            else if (kept !== null) expect(held.find((each) => each.key === key)?.workNo).not.toBe(kept);
          }
          const stayed = now.filter(({ workNo }) => held.some((each) => each.workNo === workNo)).map(({ workNo }) => workNo);
          const inOrder = held.filter(({ workNo }) => stayed.includes(workNo)).map(({ workNo }) => workNo);
          if (stayed.join() === inOrder.join()) {
            const last = now.findLastIndex(({ workNo }) => stayed.includes(workNo));
            const spots = keys(now.slice(0, last + 1))
              .map((key) => held.findIndex((each) => each.key === key))
              .filter((spot) => spot >= 0);
            expect(spots).toEqual([...spots].sort((a, b) => a - b));
          }
          held = now;
        }
      }),
    );
  });
});
