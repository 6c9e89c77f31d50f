import type { Clock } from './host.ts';

/** The computer's date, as far as a gateway bears it out: what is removed for its age must not go because a clock was set ahead. */
export interface AgreedDate {
  /** A gateway that the inspector is signed in to answered with this `Date` (RFC 9110, 6.6.1). */
  heard(header: string | undefined): void;
  /** The date, milliseconds since 1970; null while no gateway was heard in this run, or none that agrees with it to a day. */
  now(): number | null;
}

/** Further apart, one of the two is wrong, and nobody can tell which. */
const day = 24 * 60 * 60 * 1_000;

/** `onAgreed`: the date is borne out, and was not before. */
export function createAgreedDate(clock: Clock, onAgreed: () => void): AgreedDate {
  /** How far the gateway's date is ahead of the clock that no setting moves. */
  let ahead: number | null = null;
  let told = false;

  function now(): number | null {
    const date = clock.wall();
    return ahead !== null && Math.abs(clock.now() + ahead - date) <= day ? date : null;
  }

  return {
    heard: (header) => {
      const date = header === undefined ? NaN : Date.parse(header);
      if (Number.isNaN(date)) return;
      ahead = date - clock.now();
      const agreed = now() !== null;
      if (agreed && !told) onAgreed();
      told = agreed;
    },
    now,
  };
}
