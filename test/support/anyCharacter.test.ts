import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from './anyCharacter.ts';

test('every character of Unicode is one, and no half of a pair', () => {
  for (const character of ['\0', 'a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}']) {
    expect(anyCharacter.canShrinkWithoutContext(character), JSON.stringify(character)).toBe(true);
  }
  for (const text of ['', 'ab', '\ud800', '\udfff', 7]) {
    expect(anyCharacter.canShrinkWithoutContext(text), JSON.stringify(text)).toBe(false);
  }
});

test('texts of them are well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});

test('a text of them that fails is found at its simplest', () => {
  const { counterexample } = fc.check(
    fc.property(fc.string({ unit: anyCharacter }), (text) => !/[\u{1000}-\u{10ffff}]/u.test(text)),
    { numRuns: 1_000 },
  );
  expect(counterexample).toEqual(['\u{1000}']);
});
