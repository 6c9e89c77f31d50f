import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from './oneLine.ts';

describe('words on a surface that Earshot does not draw', () => {
  it.each([
    ['Li  Wei\n(101)', 'Li Wei (101)'],
    ['a\u0000b\u001b[31mc', 'a b [31mc'],
    ['\u202egnp.exe\u2066', 'gnp.exe'],
    ['\u061ca\u200eb\u2067c', 'a b c'],
    ['a\u2028b\ufeffc\u206ad', 'a b c d'],
    ['\u2068محمد\u2069 (101)', '\u2068محمد\u2069 (101)'],
    ['\u2068محمد (101)', '\u2068محمد (101)\u2069'],
    ['a\u2069\u2069b', 'ab'],
    ['lone \ud800 surrogate', 'lone surrogate'],
    ['  李伟 👩‍👩‍👧 ', '李伟 👩‍👩‍👧'],
  ])('%j becomes %j', (text, words) => {
    expect(oneLine(text, 100)).toBe(words);
  });

  it('are cut between characters', () => {
    const family = '👩‍👩‍👧';
    expect(oneLine(family.repeat(10), 2 * family.length + 3)).toBe(`${family}${family}…`);
    expect(oneLine(`a${'\u0301'.repeat(10_000)}`, 127)).toBe('…');
    expect(oneLine('x'.repeat(10_000), 127)).toHaveLength(127);
  });

  it('end what is isolated in them when they are cut there, within the limit', () => {
    expect(oneLine('\u2068abcdefgh\u2069 (101)', 8)).toBe('\u2068abcde…\u2069');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\u2068', '\u2069', 'a', 'م', ' '), maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const words = oneLine(text, limit);
          let open = 0;
          for (const character of words) {
            open += character === '\u2068' ? 1 : character === '\u2069' ? -1 : 0;
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
          expect(words.length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
