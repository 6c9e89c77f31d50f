import { describe, expect, test } from 'vitest';
import { exactSince } from './exactSince.ts';
import { factsOf, rowOf } from '../../test/support/agentFacts.ts';

const now = 100_000_000;
/** The gateway’s clock: the computer’s date is nobody’s concern. */
const date = now + 365 * 24 * 3_600_000;
const minute = 60_000;
const found = rowOf('101', { since: now - minute, sinceIs: 'atLeast' });
const seen = rowOf('101', { since: now - minute, sinceIs: 'seen' });

describe('what the gateway says of the time in state', () => {
  test('is counted back from its answer', () => {
    expect(exactSince(found, factsOf('101', { inStateFor: 20 * minute }), now, date)).toBe(now - 20 * minute);
  });

  test('is nothing where it does not say', () => {
    expect(exactSince(found, factsOf('101'), now, date)).toBeNull();
  });

  test('is not about this row when the agent has moved on meanwhile', () => {
    expect(exactSince(found, factsOf('101', { state: 'talking', inStateFor: 1_000 }), now, date)).toBeNull();
  });

  test('is believed of one who signed in before that, whatever the computer’s date is', () => {
    const facts = factsOf('101', { inStateFor: 20 * minute, signedInAt: date - 60 * minute });
    expect(exactSince(found, facts, now, date)).toBe(now - 20 * minute);
  });

  test('may be shorter than the row knew: the agent left and came back between two looks', () => {
    expect(exactSince(found, factsOf('101', { inStateFor: 10_000 }), now, date)).toBe(now - 10_000);
  });

  test('refines a change that was seen by the seconds between two looks', () => {
    expect(exactSince(seen, factsOf('101', { inStateFor: minute + 2_000 }), now, date)).toBe(now - minute - 2_000);
  });

  test.each([
    ['longer ago than when Earshot saw the agent in another state', seen, { inStateFor: 20 * minute }],
    ['after the look that showed it', seen, { inStateFor: 1_000 }],
    [
      'before the agent signed in, as milliseconds taken for seconds would be',
      found,
      { inStateFor: 600_000 * 1_000, signedInAt: date - 480 * minute },
    ],
    ['a month ago', found, { inStateFor: 31 * 24 * 60 * minute }],
  ])('is not believed when the state began %s', (_, row, facts) => {
    expect(exactSince(row, factsOf('101', facts), now, date)).toBeNull();
  });
});
