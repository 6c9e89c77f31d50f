import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from './commandLine.ts';

test('words as they are usual stay as they are', () => {
  expect(shortened(['--no-sandbox', '.', 'earshot://listen/20011'])).toBeNull();
});

test('whatever stands on the command line, what is left can be handed over, and is left alone then', () => {
  const long = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), fc.nat({ max: 20_000 }));
  const word = long.map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const left = shortened(words) ?? words;
      expect(Buffer.byteLength(left.join('\0'))).toBeLessThanOrEqual(16 * 1024);
      expect(shortened(left)).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test('a link that is too long is still a link, of which Earshot says that it cannot be understood', () => {
  expect(shortened(['.', `earshot://listen/${'1'.repeat(40_000)}`])).toEqual(['.', expect.stringMatching(/^earshot:\/\/listen\/1+$/)]);
});
