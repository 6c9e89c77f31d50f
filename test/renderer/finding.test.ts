import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../contract/roster.ts';
import { moveForKey } from '../../renderer/roster/gridMoves.ts';
import { compareWorkNos, createTextRanks } from '../../renderer/roster/order.ts';
import { createMatcher, searchTerms } from '../../renderer/roster/search.ts';
import { stateCounts, toggled } from '../../renderer/roster/stateCounts.ts';
import { unknownOfRow } from '../support/rosterRow.ts';

const agent: RosterRow = { workNo: '20011', name: 'Wang Fang', group: 'Sales', state: 'idle', since: 0, ...unknownOfRow };

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
    expect(createMatcher()(agent, searchTerms(query))).toBe(found);
  });

  it('does not mind accents, and finds names in any script', () => {
    const matches = createMatcher();
    expect(matches({ ...agent, name: 'Lucía Müller' }, searchTerms('lucia muller'))).toBe(true);
    expect(matches({ ...agent, name: '王秀英' }, searchTerms('秀'))).toBe(true);
    expect(matches({ ...agent, name: 'محمد' }, searchTerms('حم'))).toBe(true);
  });

  it('finds every agent by any piece of its name', () => {
    const matches = createMatcher();
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

  it('ranks names in the language’s order, and anew only when a name appears', () => {
    const ranks = createTextRanks('en');
    const first = ranks(['Émile', 'anna', 'Zoe', 'Bo']);
    const order = [...first].sort(([, a], [, b]) => a - b).map(([text]) => text);
    expect(order).toEqual(['anna', 'Bo', 'Émile', 'Zoe']);
    expect(ranks(['Bo', 'Zoe', 'anna'])).toBe(first);
    expect(ranks(['Bo', 'Carl'])).not.toBe(first);
  });
});

describe('the chips', () => {
  it('count each state, and keep those that are usual or chosen', () => {
    const rows = [agent, { ...agent, workNo: '2', state: 'study' as const }];
    expect(stateCounts(rows, new Set(['signedOut']))).toEqual([
      { state: 'talking', count: 0 },
      { state: 'answering', count: 0 },
      { state: 'occupied', count: 0 },
      { state: 'preoccupied', count: 0 },
      { state: 'idle', count: 1 },
      { state: 'wrapUp', count: 0 },
      { state: 'busy', count: 0 },
      { state: 'rest', count: 0 },
      { state: 'study', count: 1 },
      { state: 'signedOut', count: 0 },
    ]);
  });

  it('are put on and off', () => {
    const one = toggled(new Set(), 'idle');
    expect([...one]).toEqual(['idle']);
    expect([...toggled(one, 'idle')]).toEqual([]);
  });
});

describe('the keys of the grid', () => {
  const place = { index: 5, count: 100, page: 20, onAction: false };

  it.each([
    ['ArrowDown', { to: 'row', index: 6 }],
    ['ArrowUp', { to: 'row', index: 4 }],
    ['PageDown', { to: 'row', index: 25 }],
    ['PageUp', { to: 'row', index: 0 }],
    ['Home', { to: 'row', index: 0 }],
    ['End', { to: 'row', index: 99 }],
    ['ArrowRight', { to: 'action', index: 5 }],
    ['ArrowLeft', { to: 'row', index: 5 }],
    ['x', null],
  ])('%s', (key, move) => {
    expect(moveForKey(key, place)).toEqual(move);
  });

  it('stay in their column, stop at the end, and leave the top for the headings', () => {
    expect(moveForKey('ArrowDown', { ...place, onAction: true })).toEqual({ to: 'action', index: 6 });
    expect(moveForKey('ArrowDown', { ...place, index: 99 })).toEqual({ to: 'row', index: 99 });
    expect(moveForKey('ArrowUp', { ...place, index: 0 })).toEqual({ to: 'header', index: 0 });
  });
});
