import type { TimeSource } from './clock.ts';

/** The browser's own time. */
export function browserTime(): TimeSource {
  return {
    now: () => Date.now(),
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
