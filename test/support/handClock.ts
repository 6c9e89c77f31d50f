import type { Clock } from '../../main/ports/clock.ts';

/** A clock that stands until it is moved; timers run in order of their time, each with what it set off. */
export interface HandClock extends Clock {
  advance(milliseconds: number): Promise<void>;
  /** Somebody sets the date so many milliseconds ahead, or back. */
  setDate(milliseconds: number): void;
}

export function createHandClock(start = 1_000_000): HandClock {
  let now = start;
  let set = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => now,
    wall: () => now + set,
    setDate: (milliseconds) => {
      set += milliseconds;
    },
    after: (delay, run) => {
      const timer = { at: now + delay, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      await new Promise(setImmediate);
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
        if (due === undefined) break;
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
        // What the timer set off, promises and all, happens at its time.
        await new Promise(setImmediate);
      }
      now = until;
    },
  };
}
