/** Time that the monotonic clock does not know of, or a tick later than this, is a sleep that was missed. */
const tolerance = 20_000;

/** Compares the clock, which counts sleep, with the monotonic one, which may not, from tick to tick. */
export interface ClockJumpWatch {
  /** Whether time jumped since the last check, which should have been at most `atMost` milliseconds ago. */
  jumped(atMost: number): boolean;
}

export function createClockJumpWatch(clock: () => number, monotonic: () => number): ClockJumpWatch {
  let all = clock();
  let awake = monotonic();
  return {
    jumped: (atMost) => {
      const step = clock() - all;
      const awakeStep = monotonic() - awake;
      all += step;
      awake += awakeStep;
      // Where the monotonic clock runs on during sleep, only the late tick tells.
      return step - awakeStep > tolerance || awakeStep > atMost + tolerance;
    },
  };
}
