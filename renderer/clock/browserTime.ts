import { createApplicationTime, type ApplicationTime } from './applicationTime.ts';
import type { TimeSource } from './clock.ts';

/** The browser's own time, which learns of the application's. */
export function browserTime(): TimeSource & ApplicationTime {
  return {
    ...createApplicationTime(() => performance.now(), Date.now()),
    wall: () => Date.now(),
    after: (ms, run) => {
      const id = setTimeout(run, ms);
      return () => {
        clearTimeout(id);
      };
    },
    hidden: () => document.visibilityState === 'hidden',
    onVisibility: (changed) => {
      document.addEventListener('visibilitychange', changed);
    },
  };
}
