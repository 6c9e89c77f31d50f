import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesAfter, pressCounts, settlesAfter } from './settling.ts';

test('a press counts once its place has meant the same for a moment', () => {
  const [place] = placesAfter([], ['stop'], 1_000);
  expect(pressCounts(place, 'stop', 1_000)).toBe(false);
  expect(pressCounts(place, 'stop', 999 + settlesAfter)).toBe(false);
  expect(pressCounts(place, 'stop', 1_000 + settlesAfter)).toBe(true);
});

test('a press for what the place meant before never counts', () => {
  const [place] = placesAfter([], ['listen'], 0);
  expect(pressCounts(place, 'stop', 1e9)).toBe(false);
  expect(pressCounts(undefined, 'stop', 1e9)).toBe(false);
});

test('what was never in sight before has nothing to be taken for', () => {
  const [place] = placesAfter(null, ['quit'], 0);
  expect(pressCounts(place, 'quit', 0)).toBe(true);
});

test('a place whose neighbours change keeps its time, and one that moved does not', () => {
  const before = placesAfter(null, ['show', 'stop', 'quit'], 0);
  const after = placesAfter(before, ['show', 'quit'], 10);
  expect(after.map((place) => pressCounts(place, place.means, 20))).toEqual([true, false]);
});

test('whatever a place came to mean, a press counts only for what it means now and has for long enough', () => {
  const changes = fc.array(fc.record({ means: fc.constantFrom('listen', 'stop', 'none'), after: fc.nat({ max: 4_000 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(changes, fc.nat({ max: 4_000 }), (steps, wait) => {
      let now = 0;
      let places = placesAfter([], ['none'], now);
      let changedAt = 0;
      let last = 'none';
      for (const { means, after } of steps) {
        now += after;
        if (means !== last) changedAt = now;
        last = means;
        places = placesAfter(places, [means], now);
      }
      now += wait;
      for (const means of ['listen', 'stop', 'none']) {
        expect(pressCounts(places[0], means, now)).toBe(means === last && now - changedAt >= settlesAfter);
      }
    }),
  );
});
