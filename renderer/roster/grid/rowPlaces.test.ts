import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowPlaces, nextPlaces, scrolledPlaces, settledPlaces, type RowPlace } from './rowPlaces.ts';

const places = (...workNos: string[]): readonly RowPlace[] => workNos.map((workNo, key) => ({ workNo, key }));
const keys = (of: readonly RowPlace[]): number[] => of.map(({ key }) => key);
const numbers = (of: readonly RowPlace[]): string[] => of.map(({ workNo }) => workNo);
const rises = (list: readonly number[]): boolean => list.every((each, nth) => nth === 0 || each > (list[nth - 1] ?? NaN));

describe('at rest the elements of the rows', () => {
  it('are passed on, in order, when all the rows go and others come', () => {
    expect(nextPlaces(places('1', '2', '3'), ['7', '8', '9'], [])).toEqual(places('7', '8', '9'));
  });

  it('stay with the rows that stay', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['1', '2', '3', '4'], []))).toEqual([0, 1, 2, 3]);
    expect(keys(nextPlaces(places('2', '3', '4'), ['1', '2', '3'], []))).toEqual([3, 0, 1]);
    expect(keys(nextPlaces(places('1', '2', '3'), ['3', '2', '1'], []))).toEqual([2, 1, 0]);
  });

  it('are passed on between two rows that stay', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['1', '9', '3'], []))).toEqual([0, 1, 2]);
  });

  it('are never passed on from the row that may hold the focus', () => {
    expect(keys(nextPlaces(places('1', '2', '3'), ['7', '8', '9'], ['1']))).not.toContain(0);
  });
});

describe('while one scrolls the elements of the rows', () => {
  it('that went at one end are passed on to those that come at the other, and stand where they stood', () => {
    expect(scrolledPlaces(places('1', '2', '3', '4'), ['3', '4', '5', '6'], [])).toEqual(places('5', '6', '3', '4'));
    expect(scrolledPlaces(places('3', '4', '5', '6'), ['1', '2', '3', '4'], [])).toEqual(places('3', '4', '1', '2'));
  });

  it('are built where there are too few, and go where there are too many', () => {
    expect(scrolledPlaces(places('1', '2'), ['2', '3', '4'], [])).toEqual([...places('3', '2'), { key: 2, workNo: '4' }]);
    expect(scrolledPlaces(places('1', '2', '3'), ['3'], [])).toEqual([{ key: 2, workNo: '3' }]);
  });

  it('are never passed on from the row that may hold the focus', () => {
    expect(keys(scrolledPlaces(places('1', '2', '3'), ['1', '8', '9'], ['1']))).toEqual([0, 1, 2]);
  });
});

describe('the tab stop', () => {
  it('may leave the focus behind for a moment: that row’s element is given to nobody either', () => {
    const next = createRowPlaces();
    const [left] = next(['2', '8', '9'], '2', false);
    expect(left?.workNo).toBe('2');
    expect(keys(next(['3', '8', '9'], '3', false))).not.toContain(left?.key);
  });
});

describe('when the rows come to rest, their elements', () => {
  it('are in the rows’ order, and only those that stood in it are the same', () => {
    expect(settledPlaces(places('5', '6', '3', '4'), ['3', '4', '5', '6'], [])).toEqual([
      { key: 2, workNo: '3' },
      { key: 3, workNo: '4' },
      { key: 4, workNo: '5' },
      { key: 5, workNo: '6' },
    ]);
  });

  it('are built anew around the one that may hold the focus, even if others could stay then', () => {
    expect(settledPlaces(places('6', '3', '4', '5'), ['3', '4', '5', '6'], ['6']).find(({ workNo }) => workNo === '6')?.key).toBe(0);
  });
});

describe('the elements of the rows, whatever happens', () => {
  const look = fc.record({
    workNos: fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 8 }),
    scrolling: fc.boolean(),
  });

  it('show each row once; the focus’s row keeps its own; none is moved but for a row that moved itself', () => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 2, maxLength: 8 }), fc.constantFrom(null, '1', '2'), (looks, kept) => {
        const next = createRowPlaces();
        let held: readonly RowPlace[] = [];
        let scrolled = false;
        for (const { workNos, scrolling } of looks) {
          const now = next(workNos, kept, scrolling);
          expect(next(workNos, kept, scrolling)).toEqual(now);
          expect(new Set(keys(now)).size).toBe(now.length);
          if (scrolling) expect(numbers(now).sort()).toEqual([...workNos].sort());
          else expect(numbers(now)).toEqual(workNos);
          const before = (key: number): number => held.findIndex((each) => each.key === key);
          const elementOf = (workNo: string, of: readonly RowPlace[]): number | undefined => of.find((each) => each.workNo === workNo)?.key;
          if (kept !== null && workNos.includes(kept) && elementOf(kept, held) !== undefined)
            expect(elementOf(kept, now)).toBe(elementOf(kept, held));
          if (scrolling || scrolled) {
            expect(rises(keys(now).flatMap((key) => (before(key) < 0 ? [] : [before(key)])))).toBe(true);
          }
          if (scrolling && workNos.length <= held.length && kept === null) expect(keys(now).every((key) => before(key) >= 0)).toBe(true);
          if (!scrolled)
            for (const { workNo } of held) if (workNos.includes(workNo)) expect(elementOf(workNo, now)).toBe(elementOf(workNo, held));
          held = now;
          scrolled = scrolling;
        }
      }),
    );
  });
});
