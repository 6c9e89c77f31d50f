/** A step of the wall clock that the monotonic clock does not know, or a tick later than this, is a sleep that was missed. */
const tolerance = 20_000;

/** Compares wall clock and monotonic clock from tick to tick (anchors.md E3). */
export interface ClockJumpWatch {
  /** Whether time jumped since the last look, which should have been at most `atMost` milliseconds ago. */
  jumped(atMost: number): boolean;
}

export function createClockJumpWatch(wallClock: () => number, monotonic: () => number): ClockJumpWatch {
  let wall = wallClock();
  let steady = monotonic();
  return {
    jumped: (atMost) => {
      const wallStep = wallClock() - wall;
      const steadyStep = monotonic() - steady;
      wall += wallStep;
      steady += steadyStep;
      // Where the monotonic clock runs on during sleep, only the late tick tells.
      return Math.abs(wallStep - steadyStep) > tolerance || steadyStep > atMost + tolerance;
    },
  };
}
