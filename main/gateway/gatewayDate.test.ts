import { expect, test } from 'vitest';
import { createGatewayDate } from './gatewayDate.ts';
import { createHandClock } from '../../test/support/handClock.ts';

const day = 24 * 60 * 60 * 1_000;
const start = Date.UTC(2026, 10, 28, 12);

function stage() {
  const clock = createHandClock(start);
  let agreed = 0;
  const date = createGatewayDate(clock, () => {
    agreed += 1;
  });
  return { clock, date, agreed: () => agreed, hear: (at: number) => date.heard(new Date(at).toUTCString()) };
}

test('nobody bears the date out before a gateway was heard, nor one that says none', () => {
  const { date, agreed } = stage();
  expect(date.agreed()).toBeNull();
  date.heard(undefined);
  date.heard('tomorrow');
  expect(date.agreed()).toBeNull();
  expect(agreed()).toBe(0);
});

test('a gateway whose clock is less than a day off bears it out, one that is further off does not', () => {
  for (const [off, expected] of [
    [0, start],
    [day - 2_000, start],
    [2_000 - day, start],
    [day + 2_000, null],
    [-day - 2_000, null],
  ] as const) {
    const { date, hear } = stage();
    hear(start + off);
    expect([off, date.agreed()]).toEqual([off, expected]);
  }
});

test.each([-365 * day, 365 * day])(
  'a date that is set by %d ms after that is no longer believed at once, and no more when it is set right',
  async (by) => {
    const { clock, date, hear } = stage();
    hear(start);
    await clock.advance(60_000);
    clock.setDate(by);
    expect(date.agreed()).toBeNull();
    clock.setDate(-by);
    expect(date.agreed()).toBe(start + 60_000);
  },
);

test('the gateway’s own date is known from its last answer on, whatever is set here', async () => {
  const { clock, date, hear } = stage();
  expect(date.now()).toBeNull();
  hear(start - 90 * day);
  clock.setDate(365 * day);
  await clock.advance(5_000);
  expect(date.now()).toBe(start - 90 * day + 5_000);
});

test('it is told once that the date is borne out, and again when it was not in between', () => {
  const { clock, agreed, hear } = stage();
  hear(start);
  hear(start);
  expect(agreed()).toBe(1);
  clock.setDate(2 * day);
  hear(start);
  clock.setDate(-2 * day);
  hear(start);
  expect(agreed()).toBe(2);
});
