import type { Cancel, Clock } from '../clock.ts';
import type { Pace } from './pace.ts';
import { createTimeQueue } from './timeQueue.ts';
import type { Timed } from './timeQueue.ts';

/**
 * What will happen in the centre, in the order of its time and, at the same time, of its planning. One timer for all
 * of it. While something happens `now` is when it was due, however late the machine is; `after` counts milliseconds of
 * the centre.
 */
export interface Agenda extends Clock {
  /** The centre's own time, in milliseconds since midnight of its first day. */
  time(): number;
}

interface Entry extends Timed {
  /** Null once it is cancelled. */
  happen: (() => void) | null;
}

/** What is planned closer together than this happens in one go; each still at its own time. */
const shortestNap = 20;

/** Nothing is planned yet; the centre's time is `startTime`. */
export function createAgenda(clock: Clock, pace: Pace, startTime: number): Agenda {
  const queue = createTimeQueue<Entry>();
  let order = 0;
  let reached = startTime;
  let happening: { readonly at: number; readonly now: number } | null = null;
  let isWorking = false;
  let nap: { readonly until: number; readonly cancel: Cancel } | null = null;

  function time(): number {
    return happening?.at ?? pace.timeAt(clock.now(), reached);
  }

  function sleep(): void {
    const next = queue.next();
    if (next === null) return;
    const now = clock.now();
    const until = Math.max(pace.clockTimeOf(next.at), now + shortestNap);
    if (nap !== null && nap.until <= until) return;
    nap?.cancel();
    const cancel = clock.after(until - now, () => {
      nap = null;
      work();
    });
    nap = { until, cancel };
  }

  function work(): void {
    isWorking = true;
    pace.wake(clock.now(), reached);
    try {
      for (let next = queue.next(); next !== null && pace.isDue(next.at, clock.now()); next = queue.next()) {
        queue.take();
        reached = next.at;
        happening = { at: next.at, now: pace.clockTimeOf(next.at) };
        next.happen?.();
      }
    } finally {
      happening = null;
      isWorking = false;
      sleep();
    }
  }

  return {
    now: () => happening?.now ?? clock.now(),
    time,
    after: (ms, happen) => {
      order += 1;
      const entry: Entry = { at: time() + Math.max(0, Math.round(ms)), order, happen };
      queue.add(entry);
      if (!isWorking) sleep();
      return () => {
        entry.happen = null;
      };
    },
  };
}
