import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordIndex, wordsOf } from './wordIndex.ts';

const letters = fc.constantFrom('a', 'b', '语', '速', ' ', '\n', '\u3000');
const texts = fc.array(fc.string({ unit: letters, maxLength: 12 }), { maxLength: 12 });
const part = fc.string({ unit: fc.constantFrom('a', 'b', '语', '速'), minLength: 1, maxLength: 3 });

describe('the index of words', () => {
  test('finds a part in just those texts in which it stands', () => {
    fc.assert(
      fc.property(texts, part, (all, wanted) => {
        const index = createWordIndex();
        for (const text of all) index.add(text);
        const marked = new Uint8Array(index.size());
        index.mark(wanted, marked);
        expect([...marked].map(Boolean)).toEqual(all.map((text) => text.includes(wanted)));
      }),
    );
  });

  test('takes every kind of blank for one', () => {
    expect(wordsOf(' a\u3000b\n\nc\u00a0')).toEqual(['a', 'b', 'c']);
  });
});
