import { uptime } from 'node:os';
import type { Clock } from '../ports/clock.ts';

/** What the computer's clocks say, in milliseconds. */
export interface ComputerTime {
  /** The date, as it is set at the moment, since 1970. */
  wall(): number;
  /** Only ever runs on; where there is `up`, it may stand still during a sleep. */
  ran(): number;
  /** Since the computer was started, its sleep among it; null where `ran` counts sleep by itself. */
  readonly up: (() => number) | null;
}

/** For how many milliseconds the computer has been up, its sleep among it. */
export const upFor = (): number => uptime() * 1_000;

/** What `up` is ahead by more than this was slept: it is counted more coarsely. */
const coarse = 1_000;

/**
 * `performance.now` counts sleep on Windows (QueryPerformanceCounter) and macOS (mach_continuous_time), but not on Linux
 * (CLOCK_MONOTONIC), where the time since the start of the computer does.
 */
const thisComputer: ComputerTime = {
  wall: () => Date.now(),
  ran: () => performance.now(),
  up: process.platform === 'linux' ? upFor : null,
};

/** The computer's own clock; one for a whole run. */
export function createSystemClock({ wall, ran, up }: ComputerTime = thisComputer): Clock {
  const began = wall() - ran();
  let slept = 0;
  const ahead = (): number => (up === null ? 0 : up() - ran());
  const aheadAtFirst = ahead();
  return {
    now: () => {
      const more = ahead() - aheadAtFirst - slept;
      if (more > coarse) slept += more;
      return Math.floor(began + ran() + slept);
    },
    wall,
    after: (delay, action) => {
      const timer = setTimeout(action, delay);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
