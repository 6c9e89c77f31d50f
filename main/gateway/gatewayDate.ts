import type { Clock } from '../ports/clock.ts';

/** What date it is at the gateway, and whether it confirms the computer's: what goes for its age must not go because a clock was set ahead. */
export interface GatewayDate {
  /** A gateway that the inspector is signed in to answered with this `Date` (RFC 9110, 6.6.1). */
  heard(header: string | undefined): void;
  /** The gateway's date at present, milliseconds since 1970; null while none was heard in this run. */
  now(): number | null;
  /** The computer's date where the gateway's agrees with it to a day; else null. */
  agreed(): number | null;
}

/** Further apart, one of the two is wrong, and nobody can tell which. */
const day = 24 * 60 * 60 * 1_000;

/** `onAgreed`: the date is confirmed, and was not before. */
export function createGatewayDate(clock: Clock, onAgreed: () => void): GatewayDate {
  /** How far the gateway's date is ahead of the clock that no setting moves. */
  let ahead: number | null = null;
  let told = false;

  const now = (): number | null => (ahead === null ? null : clock.now() + ahead);

  function agreed(): number | null {
    const there = now();
    const here = clock.wall();
    return there !== null && Math.abs(there - here) <= day ? here : null;
  }

  return {
    heard: (header) => {
      const date = header === undefined ? NaN : Date.parse(header);
      if (Number.isNaN(date)) return;
      ahead = date - clock.now();
      const agrees = agreed() !== null;
      if (agrees && !told) onAgreed();
      told = agrees;
    },
    now,
    agreed,
  };
}
