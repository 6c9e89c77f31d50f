/** As many changes a second as can be asked for. */
export const mostChanges = 10_000;

/** How fast the centre's day passes: the clock's time, and the centre's own, counted from midnight of its first day. */
export interface Pace {
  /** The centre's time when the clock shows this; `reached`: that of the last thing that happened in it. */
  timeAt(now: number, reached: number): number;
  /** Called when there may be something to do. */
  wake(now: number, reached: number): void;
  /** Whether what is planned for this time of the centre is to happen now. */
  isDue(at: number, now: number): boolean;
  /** What the clock shows when it is to happen. */
  clockTimeOf(at: number): number;
  /** An agent has changed state. */
  changed(): void;
}

/** The centre's day passes as the clock does. */
export function naturalPace(startedAt: number, startTime: number): Pace {
  return {
    timeAt: (now) => startTime + now - startedAt,
    wake: () => undefined,
    isDue: (at, now) => at - startTime <= now - startedAt,
    clockTimeOf: (at) => startedAt + at - startTime,
    changed: () => undefined,
  };
}

/** However few the agents who change, an hour of the centre takes a second at least. */
const fastest = 3_600;

/** Nothing in the centre is planned further ahead. */
const furthest = 24 * 3_600_000;

/** Changes that a busy or sleeping machine has not made for so long are not made up for. */
const longestDebt = 10_000;

/**
 * The centre's day passes as fast as it takes for so many changes of state a second, whoever makes them: the same
 * day, on another clock. Each change bears the time at which it was due.
 */
export function forcedPace(startedAt: number, changesPerSecond: number): Pace {
  let origin = startedAt;
  let changes = 0;
  let awake = startedAt;
  let horizon = 0;
  const due = (): number => origin + (changes * 1_000) / changesPerSecond;
  return {
    timeAt: (_, reached) => reached,
    wake: (now, reached) => {
      horizon = Math.min(Math.max(horizon, reached) + fastest * (now - awake), reached + furthest);
      awake = now;
      origin += Math.max(0, now - due() - longestDebt);
    },
    isDue: (at, now) => due() <= now && at <= horizon,
    clockTimeOf: () => Math.round(due()),
    changed: () => {
      changes += 1;
    },
  };
}
