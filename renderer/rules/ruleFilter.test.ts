import { expect, test } from 'vitest';
import { emptyFilter } from '../../contract/rosterView.ts';
import type { Rule } from '../../contract/rules.ts';
import { viewOfRule } from './ruleFilter.ts';

const sales = { kind: 'group', group: 'Sales' } as const;
const longRest: Rule = {
  name: '',
  watch: { kind: 'timeInState', state: 'rest', of: sales, minutes: 15 },
  toast: true,
  sound: false,
  colour: 'amber',
  enabled: true,
};

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
