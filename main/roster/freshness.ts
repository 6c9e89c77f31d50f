import type { Clock } from '../ports/clock.ts';

/** How long the last poll of the list may be taken for the present, and whether the next one continues it. */
export interface Freshness {
  /** When the list was polled last in this session; null: not yet. */
  polledAt(): number | null;
  /** Until when what it told may be taken for the present; null: not polled yet. */
  freshUntil(): number | null;
  /** Whether, at `at`, the last poll is close enough for nothing to have come and gone since. */
  isFresh(at?: number): boolean;
  polled(at: number): void;
  /** The next poll is `pause` milliseconds away: a slow gateway is polled less often. */
  paused(pause: number): void;
  /** The session is over. */
  clear(): void;
}

/** Milliseconds. Polls further apart than this may have missed a change and its return. */
const continuousWithin = 15_000;

export function createFreshness(clock: Clock): Freshness {
  let polledAt: number | null = null;
  let pause = 0;
  const freshUntil = (): number | null => (polledAt === null ? null : polledAt + Math.max(continuousWithin, 2 * pause));

  return {
    polledAt: () => polledAt,
    freshUntil,
    isFresh: (at = clock.now()) => {
      const until = freshUntil();
      return until !== null && at <= until;
    },
    polled: (at) => {
      polledAt = at;
    },
    paused: (next) => {
      pause = next;
    },
    clear: () => {
      polledAt = null;
    },
  };
}
