/** The time and its source, handed in. */
export interface TimeSource {
  /** Milliseconds by the application's clock (contract/instant.ts). */
  now(): number;
  /** The date by the clock of the page's own computer, milliseconds since 1970; it may be set at any time. */
  wall(): number;
  /** Runs once after a while; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Whether nobody can see the page. */
  hidden(): boolean;
  onVisibility(changed: () => void): void;
}

/** One tick a second for everything on the page that shows a running time. */
export interface Clock {
  /** Milliseconds by the application's clock: for every length of time. */
  now(): number;
  /** The date of a moment of the application's, as the clock of the page's own computer has it now, milliseconds since 1970. */
  dateOf(at: number): number;
  /** Calls `write` at once and then at each tick, until the returned function is called. */
  show(write: (now: number) => void): () => void;
}

const TICK_MS = 1000;

/** Clocks are slewed by less: a moment must not be shown now as one second, now as the next. */
const SLEWED_MS = 1000;

/** A clock that stops while the page is hidden, or nothing shows a time. */
export function createClock(time: TimeSource): Clock {
  const writers = new Set<(now: number) => void>();
  let cancel: (() => void) | null = null;
  let wallAhead = 0;

  function tick(): void {
    cancel = null;
    const now = time.now();
    for (const write of writers) write(now);
    run();
  }

  function run(): void {
    const wanted = writers.size > 0 && !time.hidden();
    if (wanted && cancel === null) cancel = time.after(TICK_MS - (time.now() % TICK_MS), tick);
    if (!wanted && cancel !== null) {
      cancel();
      cancel = null;
    }
  }

  time.onVisibility(() => {
    if (time.hidden()) run();
    else if (cancel === null) tick();
  });

  return {
    now: () => time.now(),
    dateOf: (at) => {
      const ahead = time.wall() - time.now();
      if (Math.abs(ahead - wallAhead) >= SLEWED_MS) wallAhead = ahead;
      return at + wallAhead;
    },
    show: (write) => {
      // Wrapped, so that one function may be shown in two places.
      const entry = (now: number): void => {
        write(now);
      };
      writers.add(entry);
      write(time.now());
      run();
      return () => {
        writers.delete(entry);
        run();
      };
    },
  };
}
