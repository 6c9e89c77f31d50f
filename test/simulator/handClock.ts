import type { Cancel, Clock } from '../../simulator/index.ts';

/** A clock that stands still until it is moved by hand. */
export class HandClock implements Clock {
  #now = Date.UTC(2026, 0, 5, 8);
  #timers: { readonly at: number; readonly fn: () => void }[] = [];

  get timers(): number {
    return this.#timers.length;
  }

  now(): number {
    return this.#now;
  }

  /** As Earshot's clock has it. */
  wall(): number {
    return this.#now;
  }

  after(ms: number, fn: () => void): Cancel {
    const timer = { at: this.#now + ms, fn };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Waits for something over the network while the time stands still; what is due now happens. */
  async standFor<T>(awaited: Promise<T>): Promise<T> {
    const settled = Promise.allSettled([awaited]).then(() => true);
    while (!(await Promise.race([settled, new Promise<false>((resolve) => setImmediate(resolve, false))]))) this.advance(0);
    return awaited;
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.fn();
    }
    this.#now = end;
  }
}
