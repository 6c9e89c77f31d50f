import type { Clock } from '../../simulator/index.ts';

/** A clock on which everything happens so many times faster: a scenario's minute is a test's six seconds. */
export function fastClock(factor: number): Clock {
  const began = Date.now();
  return {
    now: () => Math.round(began + (Date.now() - began) * factor),
    after: (ms, fn) => {
      const timer = setTimeout(fn, ms / factor);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
