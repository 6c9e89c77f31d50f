import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { centreCounts } from './centreCounts.ts';
import { anyRow } from '../../test/support/anyRow.ts';

describe('the centre in numbers', () => {
  it('counts everybody once by state and once by group', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { all, states, groups, inCall, long } = centreCounts(rows, 30 * 60_000, 10 * 60_000);
        expect(all).toBe(rows.length);
        expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(all);
        expect(groups.reduce((sum, group) => sum + group.all, 0)).toBe(all);
        expect(groups.reduce((sum, group) => sum + group.inCall, 0)).toBe(inCall);
        expect(long).toBeLessThanOrEqual(inCall);
        expect(states.map(({ state }) => agentStates.indexOf(state))).toEqual(
          states.map(({ state }) => agentStates.indexOf(state)).sort((a, b) => a - b),
        );
      }),
    );
  });
});
