import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSystemClock } from './systemClock.ts';

/** A computer whose `performance.now` stands still while it sleeps, as on Linux, or runs on, as elsewhere. */
function computer(standsStill: boolean) {
  const time = { wall: Date.UTC(2026, 10, 28), ran: 5_000.25, up: 900_000 };
  const clock = createSystemClock({ wall: () => time.wall, ran: () => time.ran, up: standsStill ? () => time.up : null });
  return {
    clock,
    runs: (milliseconds: number) => {
      time.wall += milliseconds;
      time.ran += milliseconds;
      time.up += milliseconds;
    },
    sleeps: (milliseconds: number) => {
      time.wall += milliseconds;
      if (!standsStill) time.ran += milliseconds;
      time.up += milliseconds;
    },
    setDate: (milliseconds: number) => {
      time.wall += milliseconds;
    },
  };
}

test('begins with the date of its start, and goes by the computer’s own pace', () => {
  const { clock, runs } = computer(true);
  expect(clock.now()).toBe(Date.UTC(2026, 10, 28));
  runs(1_500);
  expect(clock.now()).toBe(Date.UTC(2026, 10, 28) + 1_500);
});

test.each([true, false])('a sleep counts, whether the computer’s own count stands still (%s) or not', (standsStill) => {
  const { clock, runs, sleeps } = computer(standsStill);
  const before = clock.now();
  runs(1_000);
  sleeps(8 * 3_600_000);
  runs(1_000);
  expect(clock.now() - before).toBe(8 * 3_600_000 + 2_000);
});

test('a date that is set moves the date alone', () => {
  const { clock, setDate } = computer(true);
  const before = clock.now();
  setDate(-365 * 86_400_000);
  expect(clock.now()).toBe(before);
  expect(clock.wall()).toBe(before - 365 * 86_400_000);
});

test('whatever happens to the computer and its date, it shows what ran and was slept, and never goes back', () => {
  const action = fc.record({
    kind: fc.constantFrom('runs' as const, 'sleeps' as const, 'setDate' as const),
    by: fc.integer({ min: -365 * 86_400_000, max: 365 * 86_400_000 }),
  });
  fc.assert(
    fc.property(fc.boolean(), fc.array(action), (standsStill, actionKinds) => {
      const { clock, ...does } = computer(standsStill);
      const began = clock.now();
      let passed = 0;
      let last = began;
      for (const { kind, by } of actionKinds) {
        const length = kind === 'setDate' ? by : Math.abs(by);
        does[kind](length);
        if (kind !== 'setDate') passed += length;
        const now = clock.now();
        expect(now).toBeGreaterThanOrEqual(last);
        // A nap of less than a second is not told from the two counts' own coarseness.
        expect(Math.abs(now - began - passed)).toBeLessThanOrEqual(1_001);
        last = now;
      }
    }),
  );
});
