/** Undoes a timer that has not fired yet; harmless afterwards. */
export type Cancel = () => void;

/** The simulator's only source of time, so that tests can bring their own. */
export interface Clock {
  /** Milliseconds since 1970, as all times on the wire (protocol.md 0). */
  now(): number;
  /** Calls `fn` once, `ms` milliseconds from now. */
  after(ms: number, fn: () => void): Cancel;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Resolves `ms` milliseconds from now. */
export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
