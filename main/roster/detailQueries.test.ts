import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDetailQuery, type Asked, type Known } from './detailQueries.ts';
import { rowOf } from '../../test/support/agentFacts.ts';

const now = 1_000_000;
const answered: Asked = { since: 0, details: true, refusedAt: null, missed: false };
const numbers = Array.from({ length: 20 }, (_, index) => String(101 + index));

function known(more: Partial<Known> = {}): Known {
  return {
    rows: new Map(numbers.map((workNo) => [workNo, rowOf(workNo, { sinceIs: 'atLeast' })])),
    asked: new Map(),
    underWay: new Set(),
    several: true,
    ...more,
  };
}

describe('what is asked next', () => {
  test('of the selected agent before all others, alone, as that brings their skills too', () => {
    const question = nextDetailQuery({ selected: '105', inView: ['101', '102', '103'], favourites: [] }, known(), now);
    expect(question).toEqual({ kind: 'one', workNo: '105', since: 0 });
  });

  test('of those in view and then the favourites, in one query', () => {
    const question = nextDetailQuery({ selected: null, inView: ['103', '101'], favourites: ['110', '101'] }, known(), now);
    expect(question?.kind === 'several' ? [...question.agents.keys()] : []).toEqual(['103', '101', '110']);
  });

  test('one by one where the gateway has no query of several', () => {
    const one = nextDetailQuery({ selected: null, inView: ['103', '101'], favourites: ['110'] }, known({ several: false }), now);
    expect(one).toEqual({ kind: 'one', workNo: '103', since: 0 });
  });

  test('nothing while what is known stays true', () => {
    const attention = { selected: '101', inView: ['102'], favourites: ['103'] };
    const asked = new Map(['101', '102', '103'].map((workNo) => [workNo, answered]));
    expect(nextDetailQuery(attention, known({ asked }), now)).toBeNull();
  });

  test('nothing of the time of a change that was seen', () => {
    const rows = new Map([['101', rowOf('101', { since: 5, sinceIs: 'seen' })]]);
    expect(
      nextDetailQuery({ selected: '101', inView: [], favourites: [] }, known({ rows, asked: new Map([['101', answered]]) }), now),
    ).toBeNull();
  });

  test('again when the time is anew a least, as after a gap', () => {
    const rows = new Map([['101', rowOf('101', { since: 5, sinceIs: 'atLeast' })]]);
    const question = nextDetailQuery(
      { selected: null, inView: ['101'], favourites: [] },
      known({ rows, asked: new Map([['101', answered]]) }),
      now,
    );
    expect(question).toEqual({ kind: 'one', workNo: '101', since: 5 });
  });

  test('no skills of a favourite that nobody sees', () => {
    const rows = new Map([['101', rowOf('101', { sinceIs: 'exact' })]]);
    expect(nextDetailQuery({ selected: null, inView: [], favourites: ['101'] }, known({ rows }), now)).toBeNull();
    expect(nextDetailQuery({ selected: null, inView: ['101'], favourites: [] }, known({ rows }), now)).not.toBeNull();
  });

  test('of an agent who was refused only a minute later', () => {
    const asked = new Map([['101', { ...answered, details: false, refusedAt: now }]]);
    const attention = { selected: '101', inView: [], favourites: [] };
    expect(nextDetailQuery(attention, known({ asked }), now + 59_000)).toBeNull();
    expect(nextDetailQuery(attention, known({ asked }), now + 60_000)).not.toBeNull();
  });

  test('alone of an agent whom a query of several did not bring', () => {
    const asked = new Map([['101', { since: NaN, details: false, refusedAt: null, missed: true }]]);
    const question = nextDetailQuery({ selected: null, inView: ['101', '102'], favourites: [] }, known({ asked }), now);
    expect(question).toEqual({ kind: 'one', workNo: '101', since: 0 });
  });

  test('whoever is looked at, nobody is asked about twice at once, or who is not in the roster', () => {
    const some = fc.subarray([...numbers, '999']);
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...numbers)),
        some,
        some,
        some,
        fc.boolean(),
        (selected, inView, favourites, underWay, several) => {
          const question = nextDetailQuery({ selected, inView, favourites }, known({ underWay: new Set(underWay), several }), now);
          const about = question === null ? [] : question.kind === 'one' ? [question.workNo] : [...question.agents.keys()];
          const wanted = new Set([selected, ...inView, ...favourites]);
          for (const workNo of about) {
            expect(underWay).not.toContain(workNo);
            expect(numbers).toContain(workNo);
            expect(wanted.has(workNo)).toBe(true);
          }
        },
      ),
    );
  });
});
