import type { Cancel, Clock } from '../clock.ts';
import type { Pace } from './pace.ts';
import { TimeQueue } from './timeQueue.ts';
import type { Timed } from './timeQueue.ts';

interface Entry extends Timed {
  /** Undefined once it is cancelled. */
  happen: (() => void) | undefined;
}

/** What is planned closer together than this happens in one go; each still at its own time. */
const shortestNap = 20;

/**
 * What will happen in the centre, in the order of its time and, at the same time, of its planning. One timer for all
 * of it. While something happens `now` is when it was due, however late the machine is.
 */
export class Agenda implements Clock {
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #queue = new TimeQueue<Entry>();
  #order = 0;
  #reached: number;
  #happening: { readonly at: number; readonly now: number } | undefined;
  #isWorking = false;
  #nap: { readonly until: number; readonly cancel: Cancel } | undefined;

  constructor(clock: Clock, pace: Pace, startTime: number) {
    this.#clock = clock;
    this.#pace = pace;
    this.#reached = startTime;
  }

  now(): number {
    return this.#happening?.now ?? this.#clock.now();
  }

  /** The centre's own time, in milliseconds since midnight of its first day. */
  time(): number {
    return this.#happening?.at ?? this.#pace.timeAt(this.#clock.now(), this.#reached);
  }

  /** Plans something for `ms` milliseconds of the centre from now. */
  after(ms: number, happen: () => void): Cancel {
    this.#order += 1;
    const entry: Entry = { at: this.time() + Math.max(0, Math.round(ms)), order: this.#order, happen };
    this.#queue.add(entry);
    if (!this.#isWorking) this.#sleep();
    return () => {
      entry.happen = undefined;
    };
  }

  #sleep(): void {
    const next = this.#queue.next();
    if (next === undefined) return;
    const now = this.#clock.now();
    const until = Math.max(this.#pace.clockTimeOf(next.at), now + shortestNap);
    if (this.#nap !== undefined && this.#nap.until <= until) return;
    this.#nap?.cancel();
    const cancel = this.#clock.after(until - now, () => {
      this.#nap = undefined;
      this.#work();
    });
    this.#nap = { until, cancel };
  }

  #work(): void {
    this.#isWorking = true;
    this.#pace.wake(this.#clock.now(), this.#reached);
    try {
      for (let next = this.#queue.next(); next !== undefined && this.#pace.isDue(next.at, this.#clock.now()); next = this.#queue.next()) {
        this.#queue.take();
        this.#reached = next.at;
        this.#happening = { at: next.at, now: this.#pace.clockTimeOf(next.at) };
        next.happen?.();
      }
    } finally {
      this.#happening = undefined;
      this.#isWorking = false;
      this.#sleep();
    }
  }
}
