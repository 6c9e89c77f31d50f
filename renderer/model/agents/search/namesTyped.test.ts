import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../../contract/roster.ts';
import { emptyFilter } from '../../../../contract/rosterView.ts';
import { narrowsFurther } from '../filter.ts';
import { createNameSpelling } from './pinyin.ts';
import { createMatcher, searchTerms } from './search.ts';
import { unknownOfRow } from '../../../../test/support/rosterRow.ts';
import { namesTyped } from '../../../../test/support/namesTyped.ts';
import { anyCharacter } from '../../../../test/support/anyCharacter.ts';

const matches = createMatcher({ of: createNameSpelling(), onReady: () => () => undefined });

function agent(name: string): RosterRow {
  return { ...unknownOfRow, workNo: '20003', name, group: 'Sales', state: 'idle', since: 0 };
}

function found(name: string, typed: string): boolean {
  return matches(agent(name), searchTerms(typed));
}

describe('a name is found by what people type', () => {
  it('of two hundred names and more', () => {
    expect(namesTyped.length).toBeGreaterThanOrEqual(200);
  });

  it.each(namesTyped)('%s', (name, ...typed) => {
    expect(typed.filter((text) => !found(name, text))).toEqual([]);
  });

  it.each([
    '20003',
    '003',
    '\u200e20003',
    '20003\u200b',
    '２０００３',
    ' 20003 ',
    '٢٠٠٠٣',
    '20003 zw',
    '张伟（20003）',
    '张伟 (20003)',
    '20003/张伟',
    '20003，张伟',
  ])('or by the number with it: %j', (typed) => {
    expect(found('张伟', typed)).toBe(true);
  });
});

describe('a name is not found by another one’s', () => {
  it.each([
    ['张伟', 'wz'],
    ['张伟', 'zhangweiwei'],
    ['张伟', 'ei'],
    ['张伟', '张卫'],
    ['张伟', 'lisi'],
    ['张伟2', 'zw3'],
    ['卢伟', 'lv'],
    ['卢伟', 'lyu'],
    ['王芳', 'xianf'],
    ['O’Brien', 'oubrien'],
    ['Groß', 'grob'],
    ['阿依古丽·买买提', 'mmtaygl'],
  ])('%s by %j', (name, typed) => {
    expect(found(name, typed)).toBe(false);
  });

  it('so that a whole name typed in pinyin finds few of the two hundred', () => {
    const names = namesTyped.map(([name]) => name).filter((name) => found(name, 'zhangwei'));
    expect(names.every((name) => /[张張][伟偉]|Zhang-Wei/.test(name))).toBe(true);
  });
});

describe('typing on', () => {
  const anyTyped = fc.constantFrom(...namesTyped.flatMap(([, ...typed]) => typed));
  const anyName = fc.constantFrom(...namesTyped.map(([name]) => name));

  it('brings nobody back: whom a longer text finds, its beginning finds, too', () => {
    fc.assert(
      fc.property(anyName, anyTyped, fc.nat(20), (name, typed, length) => {
        const [before, after] = [typed.slice(0, length), typed].map((query) => ({ ...emptyFilter, query }));
        if (before === undefined || after === undefined || !narrowsFurther(before, after)) return;
        if (found(name, after.query)) expect(found(name, before.query)).toBe(true);
      }),
    );
  });

  it('finds the name by each of its beginnings that is a text of letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...namesTyped), fc.nat(20), ([name, ...typed], length) => {
        for (const text of typed) expect(found(name, text.slice(0, length))).toBe(true);
      }),
    );
  });
});

describe('however long a name is, and whatever is typed', () => {
  it('the answer comes in time that grows with both and no faster', () => {
    const name = '安年'.repeat(500);
    expect(found(name, `${'an'.repeat(50)}!`)).toBe(true);
    expect(found(name, `${'an'.repeat(49)}zz`)).toBe(false);
  });

  it('any text is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 30 }), fc.string({ unit: anyCharacter, maxLength: 30 }), (name, typed) => {
        expect(typeof found(name, typed)).toBe('boolean');
      }),
    );
  });

  it('a name is found by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(found(name, name)).toBe(true);
      }),
    );
  });
});
