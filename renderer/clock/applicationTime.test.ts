import { describe, expect, it } from 'vitest';
import { createApplicationTime } from './applicationTime.ts';
import { createClock } from './clock.ts';

function page() {
  let ran = 300;
  const time = createApplicationTime(() => ran, 50_000);
  return {
    time,
    pass: (ms: number) => {
      ran += ms;
    },
  };
}

describe('the application’s clock, as the page knows it', () => {
  it('runs on from what the application says, whatever the page took it for', () => {
    const { time, pass } = page();
    expect(time.now()).toBe(50_000);
    time.said(9_000);
    expect(time.now()).toBe(9_000);
    pass(1_500);
    expect(time.now()).toBe(10_500);
  });

  it('is not put back by a message that was late', () => {
    const { time, pass } = page();
    time.said(9_000);
    pass(4_000);
    time.said(10_000);
    expect(time.now()).toBe(13_000);
  });

  it('follows the application over a sleep that the page’s own count left out', () => {
    const { time } = page();
    time.said(9_000);
    time.said(9_000 + 3_600_000);
    expect(time.now()).toBe(3_609_000);
  });

  it('goes by the next word of an application that was started anew, earlier as it may be', () => {
    const { time, pass } = page();
    time.said(9_000);
    time.anew();
    pass(500);
    expect(time.now()).toBe(9_500);
    time.said(2_000);
    expect(time.now()).toBe(2_000);
  });
});

describe('the date of a moment', () => {
  function clockOf(time: { now: number; wall: number }) {
    return createClock({
      now: () => time.now,
      wall: () => time.wall,
      after: () => () => undefined,
      hidden: () => false,
      onVisibility: () => undefined,
    });
  }

  it('is counted back from the date of the page’s own computer, as it is set at present', () => {
    const time = { now: 1_000_000, wall: 70_000_000 };
    const clock = clockOf(time);
    expect(clock.dateOf(940_000)).toBe(69_940_000);
    time.wall -= 3_600_000;
    expect(clock.dateOf(940_000)).toBe(69_940_000 - 3_600_000);
  });

  it('stays the same while the two clocks differ by a trifle more or less', () => {
    const time = { now: 1_000_000, wall: 70_000_000 };
    const clock = clockOf(time);
    const before = clock.dateOf(940_000);
    time.now += 5_000;
    time.wall += 5_400;
    expect(clock.dateOf(940_000)).toBe(before);
  });
});
