import type { Clock } from '../../main/ports/clock.ts';

/** A clock that stands until it is moved, for Earshot and for the simulator; timers run in the order of their time. */
export interface HandClock extends Clock {
  /** Lets what each timer set off, promises and all, happen at its time. */
  advance(milliseconds: number): Promise<void>;
  /** Runs the timers one after another, with no turn for promises in between. */
  jump(milliseconds: number): void;
  /** Waits for something over the network while the time stands still; what is due now happens. */
  standFor<T>(awaited: Promise<T>): Promise<T>;
  /** Somebody sets the date so many milliseconds ahead, or back. */
  setDate(milliseconds: number): void;
  /** How many timers wait. */
  timers(): number;
  /** Waits until there is one that is due in exactly so many milliseconds: what arrives over the network has been taken up. */
  timerIn(milliseconds: number): Promise<void>;
}

/** A Monday, as the simulated call centre's day begins. */
export const mondayAtEight = Date.UTC(2026, 0, 5, 8);

export function createHandClock(start = 1_000_000): HandClock {
  let now = start;
  let set = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();

  /** Runs the next timer that is due by `until`; false: there is none. */
  function runNext(until: number): boolean {
    const due = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
    if (due === undefined) return false;
    timers.delete(due);
    now = Math.max(now, due.at);
    due.run();
    return true;
  }

  function jump(milliseconds: number): void {
    const until = now + milliseconds;
    let ran = true;
    while (ran) ran = runNext(until);
    now = until;
  }

  return {
    now: () => now,
    wall: () => now + set,
    setDate: (milliseconds) => {
      set += milliseconds;
    },
    timers: () => timers.size,
    timerIn: async (milliseconds) => {
      while (![...timers].some(({ at }) => at === now + milliseconds)) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    after: (delay, run) => {
      const timer = { at: now + delay, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    jump,
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      await new Promise(setImmediate);
      while (runNext(until)) await new Promise(setImmediate);
      now = until;
    },
    standFor: async (awaited) => {
      const settled = Promise.allSettled([awaited]).then(() => true);
      while (!(await Promise.race([settled, new Promise<false>((resolve) => setImmediate(resolve, false))]))) jump(0);
      return awaited;
    },
  };
}
