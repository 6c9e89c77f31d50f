import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHoldWatch } from './holdWatch.ts';

describe('the hold of a poll', () => {
  const watch = () => createHoldWatch({ deadline: 15_000, holdMargin: 5_000, shortHold: 1_000, shortestCut: 3_000 });

  test('is not known at first: a poll may take twice as long as silence is put up with, and the margin', () => {
    expect(watch().deadline()).toBe(35_000);
  });

  test('is learned from answers without an event: hold and margin, the quickest of the last three', () => {
    const hold = watch();
    for (const took of [14_000, 10_001]) hold.emptyAfter(took);
    expect(hold.deadline()).toBe(15_001);
    for (const took of [4_000, 4_000, 4_000]) hold.emptyAfter(took);
    expect(hold.deadline()).toBe(9_000);
  });

  test('of a gateway that holds for longer still is waited for after one poll given up', () => {
    const hold = watch();
    hold.heldTooLong();
    expect(hold.deadline()).toBe(115_000);
    hold.emptyAfter(40_000);
    expect(hold.deadline()).toBe(45_000);
  });

  test('that is known is called in question only after three polls in a row: a switch-over may lead to a gateway that holds for longer', () => {
    const hold = watch();
    hold.emptyAfter(10_000);
    for (let times = 0; times < 2; times += 1) hold.heldTooLong();
    hold.emptyAfter(10_000);
    for (let times = 0; times < 2; times += 1) hold.heldTooLong();
    expect(hold.deadline()).toBe(15_000);
    hold.heldTooLong();
    expect(hold.deadline()).toBe(35_000);
  });

  test('never lets a poll that will not be answered wait for longer than the session would live without one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 })), (steps) => {
        const hold = watch();
        for (const step of steps) {
          if (step % 3 === 0) hold.heldTooLong();
          else hold.emptyAfter(step);
          expect(hold.deadline()).toBeGreaterThanOrEqual(5_000);
          expect(hold.deadline()).toBeLessThanOrEqual(115_000);
        }
      }),
    );
  });

  test('is cut short by a proxy when two polls in a row end after the same time: the own end comes before that', () => {
    const hold = watch();
    hold.cutAfter(8_010);
    expect(hold.isCut()).toBe(false);
    hold.cutAfter(8_000);
    expect(hold.isCut()).toBe(true);
    expect(hold.deadline()).toBe(6_400);
  });

  test('is not cut short by losses of any length, nor by bad moments', () => {
    const hold = watch();
    for (const took of [8_000, 3_500, 200, 210, 12_000]) hold.cutAfter(took);
    expect(hold.isCut()).toBe(false);
  });

  test('is missing when three empty answers in a row come at once', () => {
    const hold = watch();
    for (const took of [30, 20]) hold.emptyAfter(took);
    expect(hold.isShortPolling()).toBe(false);
    hold.emptyAfter(25);
    expect(hold.isShortPolling()).toBe(true);
    hold.emptyAfter(10_000);
    expect(hold.isShortPolling()).toBe(false);
  });
});
