import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plainText.ts';
import { anyCharacter } from '../../test/support/anyCharacter.ts';

test('control characters and direction overrides become nothing that shows', () => {
  expect(plainText('Li\u0000Wei\u202e\n\u0007', 100)).toBe('Li Wei');
});

test('a name of ten kilobytes is cut with an ellipsis', () => {
  const cut = plainText('x'.repeat(10_000), 200);
  expect(cut).toHaveLength(200);
  expect(cut.endsWith('…')).toBe(true);
});

test('markup stays what it is: text', () => {
  expect(plainText('<b>Li</b>', 100)).toBe('<b>Li</b>');
});

test('no text comes out longer than the limit, ill-formed, or with a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
      const clean = plainText(text, limit);
      expect(clean.length).toBeLessThanOrEqual(limit);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    }),
  );
});

test('of a text that was cut nothing else is kept in memory', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  const used = (): number => {
    if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  // As JSON gives them: whole, each by itself.
  const persisted = Array.from({ length: 60 }, (_, nth) => plainText(String.fromCharCode(0x4e00 + nth).repeat(500_000), 200));
  expect(persisted.every((text) => text.length === 200)).toBe(true);
  expect(used() - before).toBeLessThan(20_000_000);
  expect(persisted).toHaveLength(60);
});
