import type { Clock } from '../ports/clock.ts';

/**
 * How soon a query must go. `ring`: an answer was lost, and whether the phone rings may depend on it; `now`: something waits for it,
 * a listen or the own state; `soon`: the roster's own refresh; `spare`: what only makes it better, such as one agent's exact time in
 * state.
 */
export type Urgency = 'ring' | 'now' | 'soon' | 'spare';

/** The gateway's limit: 5 queries in 2 s for each agent (protocol.md 0). */
export const queriesAtOnce = 5;

/** Milliseconds; the margin is for clocks that count whole milliseconds and timers that fire a little early. */
export const queryWindow = 2_000 + 20;

/** Who has waited for so many windows is as urgent as any: nobody waits forever behind those that keep coming. */
const patience = 2;

const urgencies: readonly Urgency[] = ['ring', 'now', 'soon', 'spare'];

/**
 * So many places stay free for those who are in more of a hurry: two for what finds a ring whose event was lost (is the gateway there,
 * does the phone ring), one more for what a listen waits for, so that it never waits behind the roster, and one for the roster's list,
 * which is no fresher than it comes.
 */
const leftFree: Readonly<Record<Urgency, number>> = { ring: 0, now: 2, soon: 3, spare: 4 };

/** Whose turn it is, with `free` places: the most urgent who wait, if there is a place for them; null: nobody's yet. */
export function nextUrgency(free: number, waits: (urgency: Urgency) => boolean): Urgency | null {
  const first = urgencies.find(waits);
  return first !== undefined && free > leftFree[first] ? first : null;
}

export interface QueryLimiter {
  /**
   * Runs `ask` as soon as the limit has a place for it: the more urgent first, of the same urgency in order of arrival; who has
   * waited long counts as urgent.
   * Answers `aborted` without having asked when `signal` is aborted while it waits.
   */
  run<Value>(urgency: Urgency, signal: AbortSignal | undefined, ask: () => Promise<Value>): Promise<Value | 'aborted'>;
}

/**
 * Owns the documented limit. A place is taken from the moment a query is sent until `window` milliseconds after its answer came:
 * whenever in between the gateway counted it, the next in that place is counted a whole window later. Timers, no clock
 * readings: a computer whose clock is put back must not wait for hours.
 */
export function createQueryLimiter(clock: Clock, window: number): QueryLimiter {
  const waiting: Readonly<Record<Urgency, (() => void)[]>> = { ring: [], now: [], soon: [], spare: [] };
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

  /** Puts a query in its row; tells how to take it out. */
  function wait(urgency: Urgency, go: () => void): () => boolean {
    const line = waiting[urgency];
    line.push(go);
    return () => {
      const place = line.indexOf(go);
      if (place >= 0) line.splice(place, 1);
      return place >= 0;
    };
  }

  return {
    run: (urgency, signal, ask) =>
      new Promise((resolve, reject) => {
        const go = (): void => {
          cancelPatience();
          signal?.removeEventListener('abort', leave);
          ask().finally(giveBack).then(resolve, reject);
        };
        const leave = (): void => {
          cancelPatience();
          leaveLine();
          resolve('aborted');
        };
        if (signal?.aborted === true) {
          resolve('aborted');
          return;
        }
        signal?.addEventListener('abort', leave, { once: true });
        let leaveLine = wait(urgency, go);
        const hurry = (): void => {
          if (!leaveLine()) return;
          leaveLine = wait('now', go);
          admit();
        };
        const cancelPatience = urgency === 'ring' || urgency === 'now' ? () => undefined : clock.after(patience * window, hurry);
        admit();
      }),
  };
}
