import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../../contract/roster.ts';
import { createMatcher, searchTerms } from './search.ts';
import { unknownOfRow } from '../../../../test/support/rosterRow.ts';

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
