import { expect, test } from 'vitest';
import { linkOn } from './links.ts';

test('a link is found on a command line behind the program and its switches', () => {
  expect(linkOn(['earshot', '--no-sandbox', 'earshot://agent/101'])).toBe('earshot://agent/101');
  expect(linkOn(['earshot://agent/101'])).toBeNull();
  expect(linkOn(['earshot', '--at-login'])).toBeNull();
});
