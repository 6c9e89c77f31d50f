import type { Clock } from '../host.ts';

/**
 * How soon a query must go. `now`: something waits for it, a listen or the own state; `soon`: the roster's own refresh;
 * `spare`: what only makes it better, such as one agent's exact time in state.
 */
export type Urgency = 'now' | 'soon' | 'spare';

/** The gateway's limit: 5 queries in 2 s for each agent (ccgateway.md 0). */
export const queriesAtOnce = 5;

/** Milliseconds; the margin is for clocks that count whole milliseconds and timers that fire a little early. */
export const queryWindow = 2_000 + 20;

const urgencies: readonly Urgency[] = ['now', 'soon', 'spare'];

/** So many places stay free for those who are in more of a hurry, so that a listen never waits behind the roster. */
const leftFree: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, spare: 2 };

/** Whose turn it is, with `free` places: the most urgent who wait, if there is a place for them; null: nobody's yet. */
export function nextUrgency(free: number, waits: (urgency: Urgency) => boolean): Urgency | null {
  const first = urgencies.find(waits);
  return first !== undefined && free > leftFree[first] ? first : null;
}

export interface QueryLimiter {
  /**
   * Runs `ask` as soon as the limit has a place for it: the more urgent first, of the same urgency in order of arrival.
   * Answers `abandoned` without having asked when `signal` is aborted while it waits.
   */
  run<Value>(urgency: Urgency, signal: AbortSignal | undefined, ask: () => Promise<Value>): Promise<Value | 'abandoned'>;
}

/**
 * Owns the documented limit. A place is taken from the moment a query is sent until `window` milliseconds after its answer came:
 * whenever in between the gateway counted it, the next in that place is counted a whole window later. Timers, no clock
 * readings: a computer whose clock is put back must not wait for hours.
 */
export function createQueryLimiter(clock: Clock, window: number): QueryLimiter {
  const waiting: Readonly<Record<Urgency, (() => void)[]>> = { now: [], soon: [], spare: [] };
  let free = queriesAtOnce;

  function admit(): void {
    for (;;) {
      const turn = nextUrgency(free, (urgency) => waiting[urgency].length > 0);
      const go = turn === null ? undefined : waiting[turn].shift();
      if (go === undefined) return;
      free -= 1;
      go();
    }
  }

  function giveBack(): void {
    clock.after(window, () => {
      free += 1;
      admit();
    });
  }

  return {
    run: (urgency, signal, ask) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          const place = waiting[urgency].indexOf(go);
          if (place >= 0) waiting[urgency].splice(place, 1);
          resolve('abandoned');
        };
        const go = (): void => {
          signal?.removeEventListener('abort', leave);
          ask().finally(giveBack).then(resolve, reject);
        };
        if (signal?.aborted === true) {
          resolve('abandoned');
          return;
        }
        signal?.addEventListener('abort', leave, { once: true });
        waiting[urgency].push(go);
        admit();
      }),
  };
}
