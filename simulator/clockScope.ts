import type { Cancel, Clock } from './clock.ts';

/** A clock whose timers can all be stopped at once: when a simulator closes, nothing of it may still happen. */
export class ClockScope implements Clock {
  readonly #clock: Clock;
  readonly #running = new Set<Cancel>();
  #closed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  after(ms: number, fn: () => void): Cancel {
    if (this.#closed) return () => undefined;
    const cancel = this.#clock.after(ms, () => {
      this.#running.delete(stop);
      fn();
    });
    const stop = (): void => {
      this.#running.delete(stop);
      cancel();
    };
    this.#running.add(stop);
    return stop;
  }

  /** Stops every timer; new ones never fire. */
  close(): void {
    this.#closed = true;
    for (const stop of [...this.#running]) stop();
  }
}
