import type { Clock } from '../../main/ports/clock.ts';

/** A clock on which everything happens so many times faster. Every pause of the machine counts, as it does in the figures. */
export function fastClock(factor: number): Clock {
  const began = Date.now();
  const now = (): number => Math.round(began + (Date.now() - began) * factor);
  return {
    now,
    wall: now,
    after: (ms, fn) => {
      const timer = setTimeout(fn, ms / factor);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
