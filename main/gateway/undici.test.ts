import * as undici from 'undici';
import { expect, test } from 'vitest';
import * as parts from './undici.ts';

test('what is taken of undici by its place is what its index gives', () => {
  for (const name of ['buildConnector', 'Dispatcher', 'Pool'] as const) expect(parts[name]).toBe(undici[name]);
  expect(typeof parts.Dispatcher.prototype.request).toBe('function');
});
