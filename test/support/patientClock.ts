import type { Clock } from '../../simulator/index.ts';

/** In milliseconds of the machine. */
const look = 2;
/** What is longer between two looks was the machine's pause, not the test's: more of it does not count. */
const longestPause = 5;

/**
 * A clock on which everything happens so many times faster, and which nearly stands while the machine gives this process
 * no turn: on a busy machine less happens, not everything at once. For tests alone: figures count every pause (`test/bench/fastClock.ts`).
 */
export function patientClock(factor: number): Clock {
  let looked = performance.now();
  let time = Date.now();
  const now = (): number => {
    const at = performance.now();
    time += Math.min(at - looked, longestPause) * factor;
    looked = at;
    return Math.floor(time);
  };
  setInterval(now, look).unref();
  return {
    now,
    after: (ms, fn) => {
      const due = now() + ms;
      let timer: NodeJS.Timeout;
      const wait = (rest: number): void => {
        timer = setTimeout(() => {
          const left = due - now();
          if (left > 0) wait(left);
          else fn();
        }, rest / factor);
      };
      wait(ms);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

let shared: Clock | null = null;

/** One for all tests of this process that bring none of their own, at the machine's pace. */
export function testClock(): Clock {
  return (shared ??= patientClock(1));
}
