import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../contract/roster.ts';
import { sortColumns } from '../../contract/rosterView.ts';
import { chipStates } from '../../renderer/roster/filters/chipStates.ts';
import { moveForKey } from '../../renderer/roster/grid/gridMoves.ts';
import { reordered } from '../../renderer/model/agents/insert.ts';
import { movedCount } from '../../renderer/model/agents/moved.ts';
import { createNameSounds } from '../../renderer/model/agents/nameSounds.ts';
import { agentOrder, compareWorkNos, textOrder } from '../../renderer/model/agents/order.ts';
import { createNameSpelling } from '../../renderer/model/agents/pinyin.ts';
import { createMatcher, searchTerms } from '../../renderer/model/agents/search.ts';
import { unknownOfRow } from '../support/rosterRow.ts';
import { anyRow } from '../support/anyRow.ts';

const agent: RosterRow = { ...unknownOfRow, workNo: '20011', name: 'Wang Fang', group: 'Sales', state: 'idle', since: 0 };

const silent = { of: () => ({ forms: [], letters: 0 }), onReady: () => () => undefined };

describe('the search', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['2001', true],
    ['wang', true],
    ['WANG', true],
    ['ｗａｎｇ', true],
    ['２００１１', true],
    ['fang wang', true],
    ['fang 011', true],
    ['fang 012', false],
    ['sales', false],
  ])('%j finds the agent: %s', (query, found) => {
    expect(createMatcher(silent)(agent, searchTerms(query))).toBe(found);
  });

  it('does not mind accents, and finds names in any script', () => {
    const matches = createMatcher(silent);
    expect(matches({ ...agent, name: 'Lucía Müller' }, searchTerms('lucia muller'))).toBe(true);
    expect(matches({ ...agent, name: '王秀英' }, searchTerms('秀'))).toBe(true);
    expect(matches({ ...agent, name: 'محمد' }, searchTerms('حم'))).toBe(true);
  });

  it('finds every agent by any piece of its name', () => {
    const matches = createMatcher(silent);
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(40), fc.nat(40), (name, from, length) => {
        const piece = name.slice(from, from + length);
        expect(matches({ ...agent, name }, searchTerms(piece))).toBe(true);
      }),
    );
  });
});

describe('the order', () => {
  it('sorts work numbers by value', () => {
    expect(['9999', '101', 'x', '20011', '020', '20'].sort(compareWorkNos)).toEqual(['020', '20', '101', '9999', '20011', 'x']);
  });

  it('is an order', () => {
    const workNo = fc.oneof(fc.nat(999_999).map(String), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(workNo, workNo, workNo, (a, b, c) => {
        expect(Math.sign(compareWorkNos(a, b))).toBe(-Math.sign(compareWorkNos(b, a)) + 0);
        if (compareWorkNos(a, b) <= 0 && compareWorkNos(b, c) <= 0) expect(compareWorkNos(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('puts names in the language’s order, Chinese ones by their sound', () => {
    const names = ['Émile', 'anna', 'Zoe', 'Bo', '王秀英', '陈伟'];
    expect(names.sort(textOrder())).toEqual(['陈伟', '王秀英', 'anna', 'Bo', 'Émile', 'Zoe']);
  });

  it.each(sortColumns)('by %s, a patch leaves the order that sorting anew would give', (column) => {
    const compare = agentOrder({ column, descending: false }, textOrder());
    const rosters = fc.tuple(
      fc.uniqueArray(anyRow, { selector: (row) => row.workNo, maxLength: 40 }),
      fc.uniqueArray(anyRow, { selector: (row) => row.workNo, maxLength: 12 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(rosters, ([before, changed, removeFirst]) => {
        const touched = new Set([...changed.map((row) => row.workNo), ...(removeFirst ? before.slice(0, 1).map((row) => row.workNo) : [])]);
        const after = [...before.filter((row) => !touched.has(row.workNo)), ...changed].sort(compare);
        const gone = before.filter((row) => touched.has(row.workNo));
        const nobody = changed.slice(0, 1).map((row) => ({ ...row, workNo: '777777' }));
        expect(reordered([...before].sort(compare), [...gone, ...nobody], changed, compare)).toEqual(after);
      }),
    );
  });

  it('keeps agents that are alike in a column by their number, whichever way it is turned', () => {
    const rows = ['20003', '20001', '20002'].map((workNo) => ({ ...agent, workNo }));
    for (const descending of [false, true]) {
      const sorted = [...rows].sort(agentOrder({ column: 'group', descending }, textOrder()));
      expect(sorted.map(({ workNo }) => workNo)).toEqual(['20001', '20002', '20003']);
    }
  });
});

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

describe('the sound of a name', () => {
  it('is worked out once for each name, and not before a search in Latin letters asks', async () => {
    const asked: string[] = [];
    const queue: (() => void)[] = [];
    const sounds = createNameSounds({
      load: () =>
        Promise.resolve((name: string) => {
          asked.push(name);
          return createNameSpelling()(name);
        }),
      soon: (run) => queue.push(run),
    });
    let ready = 0;
    sounds.onReady(() => (ready += 1));
    const matches = createMatcher(sounds);
    const chinese = { ...agent, name: '王秀英' };
    expect(matches(chinese, searchTerms('秀 20011'))).toBe(true);
    expect(queue).toEqual([]);
    expect(matches(chinese, searchTerms('wxy'))).toBe(false);
    expect(matches({ ...chinese, workNo: '2' }, searchTerms('wxy'))).toBe(false);
    await Promise.resolve();
    queue.shift()?.();
    expect(ready).toBe(1);
    expect(matches(chinese, searchTerms('wxy 200'))).toBe(true);
    expect(asked).toEqual(['王秀英']);
  });
});

describe('the chips', () => {
  it('are those that are usual, present or chosen, in one order', () => {
    expect(chipStates(new Map([['study', 1]]), ['signedOut'])).toEqual([
      'talking',
      'answering',
      'occupied',
      'preoccupied',
      'idle',
      'wrapUp',
      'busy',
      'rest',
      'study',
      'signedOut',
    ]);
  });
});

describe('the keys of the grid', () => {
  const place = { index: 5, count: 100, page: 20, cell: null, cells: 9 };

  it.each([
    ['ArrowDown', { to: 'row', index: 6 }],
    ['ArrowUp', { to: 'row', index: 4 }],
    ['PageDown', { to: 'row', index: 25 }],
    ['PageUp', { to: 'row', index: 0 }],
    ['Home', { to: 'row', index: 0 }],
    ['End', { to: 'row', index: 99 }],
    ['ArrowRight', { to: 'cell', index: 5, cell: 0 }],
    ['ArrowLeft', { to: 'row', index: 5 }],
    ['x', null],
  ])('on a row: %s', (key, move) => {
    expect(moveForKey(key, false, place)).toEqual(move);
  });

  it.each([
    ['ArrowDown', false, { to: 'cell', index: 6, cell: 3 }],
    ['Home', false, { to: 'cell', index: 5, cell: 0 }],
    ['End', false, { to: 'cell', index: 5, cell: 8 }],
    ['Home', true, { to: 'cell', index: 0, cell: 3 }],
    ['End', true, { to: 'cell', index: 99, cell: 3 }],
    ['ArrowRight', false, { to: 'cell', index: 5, cell: 4 }],
    ['ArrowLeft', false, { to: 'cell', index: 5, cell: 2 }],
    ['ArrowDown', true, null],
  ])('in a cell: %s, with Ctrl: %s', (key, control, move) => {
    expect(moveForKey(key, control, { ...place, cell: 3 })).toEqual(move);
  });

  it('stop at the edges, and leave the top for the headings', () => {
    expect(moveForKey('ArrowDown', false, { ...place, index: 99 })).toEqual({ to: 'row', index: 99 });
    expect(moveForKey('ArrowUp', false, { ...place, index: 0 })).toEqual({ to: 'header' });
    expect(moveForKey('ArrowRight', false, { ...place, cell: 8 })).toEqual({ to: 'cell', index: 5, cell: 8 });
    expect(moveForKey('ArrowLeft', false, { ...place, cell: 0 })).toEqual({ to: 'row', index: 5 });
  });
});
