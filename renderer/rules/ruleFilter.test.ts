import { expect, test } from 'vitest';
import { emptyFilter } from '../../contract/rosterView.ts';
import { viewOfRule } from './ruleFilter.ts';
import { longRest } from '../../test/support/rules.ts';

test('a rule leads to its agents, or to the queues', () => {
  expect(viewOfRule(longRest.watch)).toEqual({
    filter: { ...emptyFilter, states: ['rest'], groups: ['Sales'], leastMinutes: 15 },
    sort: { column: 'timeInState', descending: true },
  });
  expect(viewOfRule({ kind: 'numberInState', state: 'inCall', of: { kind: 'favourites' }, bound: 'moreThan', number: 1 })).toMatchObject({
    filter: { states: ['talking', 'occupied'], groups: [], onlyFavourites: true, leastMinutes: null },
  });
  expect(viewOfRule({ kind: 'waiting', skill: '', moreThan: 1 })).toEqual({ overview: true });
});
