import { describe, expect, test } from 'vitest';
import { createClockJumpWatch } from './clockJump.ts';

describe('a jump of the clock', () => {
  function clocks() {
    const time = { all: 1_000_000, awake: 0 };
    return {
      time,
      watch: createClockJumpWatch(
        () => time.all,
        () => time.awake,
      ),
    };
  }

  test.each([
    ['time that passes as it should', 10_000, 10_000, false],
    ['a sleep of a few seconds', 15_000, 500, false],
    ['a sleep that the monotonic clock did not see', 60_000, 500, true],
    ['a sleep that both clocks saw: the tick comes far too late', 60_000, 60_000, true],
  ])('%s', (_name, all, awake, jumped) => {
    const { time, watch } = clocks();
    time.all += all;
    time.awake += awake;
    expect(watch.jumped(15_000)).toBe(jumped);
    expect(watch.jumped(15_000)).toBe(false);
  });
});
