import { expect, test } from 'vitest';
import { createFreshness } from './freshness.ts';
import { createHandClock } from '../../test/support/handClock.ts';

test('nothing is fresh before the first poll, or after the session', () => {
  const clock = createHandClock(1_000);
  const freshness = createFreshness(clock);
  expect([freshness.isFresh(), freshness.freshUntil(), freshness.polledAt()]).toEqual([false, null, null]);
  freshness.polled(1_000);
  expect([freshness.isFresh(), freshness.polledAt()]).toEqual([true, 1_000]);
  freshness.clear();
  expect([freshness.isFresh(), freshness.polledAt()]).toEqual([false, null]);
});

test('a poll is the present for fifteen seconds, where the gateway is quick', () => {
  const freshness = createFreshness(createHandClock(0));
  freshness.polled(1_000);
  freshness.paused(3_000);
  expect([freshness.isFresh(16_000), freshness.isFresh(16_001)]).toEqual([true, false]);
});

test('where the gateway is slow, it is the present until the next two polls are due', () => {
  const freshness = createFreshness(createHandClock(0));
  freshness.polled(1_000);
  freshness.paused(30_000);
  expect([freshness.isFresh(61_000), freshness.isFresh(61_001), freshness.freshUntil()]).toEqual([true, false, 61_000]);
});
