import type { Cancel, Clock } from './clock.ts';

/** A clock whose timers can all be stopped at once: when a simulator closes, nothing of it may still happen. */
export interface ClockScope extends Clock {
  /** Stops every timer; new ones never fire. */
  close(): void;
}

/** A clock as the one that it goes by, until it is closed. */
export function createClockScope(clock: Clock): ClockScope {
  const running = new Set<Cancel>();
  let closed = false;
  return {
    now: () => clock.now(),
    after: (ms, fn) => {
      if (closed) return () => undefined;
      const cancel = clock.after(ms, () => {
        running.delete(stop);
        fn();
      });
      const stop = (): void => {
        running.delete(stop);
        cancel();
      };
      running.add(stop);
      return stop;
    },
    close: () => {
      closed = true;
      for (const stop of [...running]) stop();
    },
  };
}
