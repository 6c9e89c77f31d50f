/** Cancels a timer; harmless when it has fired. */
export type CancelTimer = () => void;

/** Time, handed in so that a shift runs in a test in seconds. */
export interface Clock {
  /**
   * Milliseconds that only ever run on, also while the computer sleeps, and that nobody's setting of its date moves: for every length of
   * time. They begin with the date of Earshot's start; only their differences mean anything, and only within one run.
   */
  now(): number;
  /**
   * The computer's date, milliseconds since 1970, which may step back and forth by any amount: for a time of day that is shown or written
   * down, for what is compared with other dates, and for what outlives this run.
   */
  wall(): number;
  /** Runs `action` once after `delay` milliseconds. */
  after(delay: number, action: () => void): CancelTimer;
}
