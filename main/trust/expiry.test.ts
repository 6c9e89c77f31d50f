import { expect, test } from 'vitest';
import { expiryNotice } from './expiry.ts';

const day = 86_400_000;
const end = Date.UTC(2027, 2, 31, 12);
const at = (now: number, toldAt: number | null = null) => expiryNotice('gw:8043', { validTo: end }, toldAt, now);

test('more than thirty days before the end nothing is said', () => {
  expect(at(end - 30 * day - 1)).toBeNull();
});

test('from thirty days before it, the date is said', () => {
  expect(at(end - 30 * day)).toMatchObject({ kind: 'certificateExpires', gateway: 'gw:8043', validTo: end });
});

test('once a day at most, and again the next day', () => {
  const now = end - 10 * day;
  expect(at(now, now - day + 1)).toBeNull();
  expect(at(now, now - day)).not.toBeNull();
});

test('a clock that was set back does not silence it', () => {
  const now = end - 10 * day;
  expect(at(now, now + day)).not.toBeNull();
});

test('past the end, where the administrator allows it, that is said', () => {
  expect(at(end + 1)).toMatchObject({ kind: 'certificateExpired', gateway: 'gw:8043', validTo: end });
});
