import type { Clock } from '../../main/ports/clock.ts';

/** In milliseconds of the machine. */
const look = 2;
/** What is longer between two looks was the machine's pause, not the test's: more of it does not count. */
const longestPause = 5;

let looked: number | null = null;
let had = 0;

/** For how many milliseconds the machine gave this process its turn: one look for all clocks, as tests make hundreds. */
function turnHad(): number {
  const at = performance.now();
  if (looked === null) setInterval(turnHad, look).unref();
  else had += Math.min(at - looked, longestPause);
  looked = at;
  return had;
}

/**
 * A clock on which everything happens so many times faster, and which nearly stands while the machine gives this process
 * no turn: on a busy machine less happens, not everything at once. For tests alone: figures count every pause (`test/bench/fastClock.ts`).
 */
export function patientClock(factor: number): Clock {
  const began = turnHad();
  const start = Date.now();
  const now = (): number => Math.floor(start + (turnHad() - began) * factor);
  return {
    now,
    wall: now,
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

/** So many milliseconds pass for all that goes by the clock of the tests: as a wait by the machine's, they could still be to come. */
export function timePasses(milliseconds: number): Promise<void> {
  return new Promise((resolve) => testClock().after(milliseconds, resolve));
}
