import type { Clock } from './host.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};
