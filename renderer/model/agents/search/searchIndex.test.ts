import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../../contract/roster.ts';
import { unknownOfRow } from '../../../../test/support/rosterRow.ts';
import { createNameSpelling } from './pinyin.ts';
import { createMatcher, searchTerms } from './search.ts';
import { createSearchIndex } from './searchIndex.ts';

const sounds = { of: createNameSpelling(), onReady: () => () => undefined };
const names = ['王秀英', '单伟', 'Anna Smith', 'María García', 'O’Neill', 'Wang Wei', '欧阳娜 Nana', 'Łukasz', '', '1012'];

function row(workNo: string, name: string): RosterRow {
  return { ...unknownOfRow, workNo, name, group: 'Sales', state: 'idle', since: 0 };
}

/** An index over these, of which only so many stretches were prepared before it is asked. */
function start(rows: readonly RosterRow[], stretches: number) {
  const waiting: (() => void)[] = [];
  const held = new Map(rows.map((one) => [one.workNo, one]));
  const index = createSearchIndex({ sounds, soon: (run) => waiting.push(run) });
  index.take({ kind: 'all' }, held);
  for (let turn = 0; turn < stretches; turn += 1) waiting.shift()?.();
  return { index, held, waiting };
}

describe('the search over everybody', () => {
  it('finds whom looking at each agent by themselves finds, however much was prepared, and whoever came, left or was renamed', () => {
    const query = fc.array(fc.constantFrom('wang', 'w', 'xy', '英', 'a', '10', '101', 'n', 'garcia', 'oyn', 'luk', '单', '2'), {
      maxLength: 3,
    });
    const number = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 101, max: 3_200 }).map(String) },
      { weight: 1, arbitrary: fc.constantFrom('0101', '0102', '999999', '1000101', '1e2', '101.0', 'x7') },
    );
    const change = fc.tuple(number, fc.option(fc.constantFrom(...names)), fc.boolean());
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_500 }),
        fc.nat(4),
        fc.array(change),
        query,
        fc.boolean(),
        (many, stretches, changes, words, askedFirst) => {
          const rows = Array.from({ length: many }, (_, place) => row(String(101 + place), names[place % names.length] ?? ''));
          const { index, held } = start(rows, stretches);
          const terms = searchTerms(words.join(' '));
          if (terms.length === 0) return;
          const alone = createMatcher(sounds);
          const check = (): void => {
            expect([...held.values()].filter((one) => index.matches(one, terms))).toEqual(
              [...held.values()].filter((one) => alone(one, terms)),
            );
          };
          if (askedFirst) check();
          for (const [workNo, name, asked] of changes) {
            const before = held.get(workNo);
            const changed = name === null ? [] : [row(workNo, name)];
            if (name === null) held.delete(workNo);
            for (const one of changed) held.set(workNo, one);
            const removed = name === null ? [workNo] : [];
            index.take({ kind: 'some', before: before === undefined ? [] : [before], changed, removed }, held);
            if (asked) check();
          }
          check();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('prepares everybody in moments that the page has to spare, and then rests', () => {
    const rows = Array.from({ length: 2_500 }, (_, place) => row(String(101 + place), 'Anna'));
    const { waiting } = start(rows, 3);
    expect(waiting).toEqual([]);
  });

  it('has the Chinese names’ sounds looked up a stretch at a time when a search is about to begin, and before that none', () => {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const index = createSearchIndex({
      sounds: {
        of: (name) => {
          asked.push(name);
          return { forms: [], letters: 0 };
        },
        onReady: () => () => undefined,
      },
      soon: (run) => waiting.push(run),
    });
    const turn = (): void => waiting.shift()?.();
    const rows = Array.from({ length: 1_002 }, (_, place) => row(String(101 + place), place % 500 === 1 ? '王秀英' : 'Anna'));
    index.take({ kind: 'all' }, new Map(rows.map((one) => [one.workNo, one])));
    turn();
    turn();
    expect(asked).toEqual([]);
    index.prepareSounds();
    expect(asked).toHaveLength(2);
    turn();
    expect(asked).toEqual(['王秀英', '王秀英', '王秀英']);
    turn();
    expect(waiting).toEqual([]);
    index.prepareSounds();
    expect(asked).toHaveLength(3);
  });

  it('forgets with a new roster whom the one before had', () => {
    const { index, held } = start([row('101', 'Anna')], 1);
    const terms = searchTerms('anna');
    expect(index.matches(row('101', 'Anna'), terms)).toBe(true);
    held.clear();
    held.set('101', row('101', 'Wang'));
    index.take({ kind: 'all' }, held);
    expect(index.matches(row('101', 'Wang'), terms)).toBe(false);
  });

  it('looks again when a name’s sounds are known', () => {
    let ready = (): void => undefined;
    let known = false;
    const spelling = createNameSpelling();
    const later = createSearchIndex({
      sounds: {
        of: (name) => (known ? spelling(name) : { forms: [], letters: 0 }),
        onReady: (told) => {
          ready = told;
          return () => undefined;
        },
      },
      soon: (run) => {
        run();
      },
    });
    const agent = row('101', '王秀英');
    later.take({ kind: 'all' }, new Map([['101', agent]]));
    const terms = searchTerms('wxy');
    expect(later.matches(agent, terms)).toBe(false);
    known = true;
    ready();
    expect(later.matches(agent, terms)).toBe(true);
  });
});
