import type { Random } from '../random.ts';
import type { Timings } from '../timings.ts';

/** 1 static: the sign-in's Guid holds for the session. 2 dynamic: it is renewed (protocol.md 1.2). */
export type AuthMode = 1 | 2;

interface IssuedGuid {
  readonly value: string;
  readonly issuedAt: number;
  /** When it stops being valid, at most; younger than GUIDTIMEOUT it has to be as well. */
  readonly expiresAt: number;
}

/** The Guids of one session. */
export interface Guids {
  readonly current: string;
  /** Every Guid of the session that is still accepted, or was not long ago. */
  all(): string[];
  /** An older Guid stays valid beside the renewed one until its own GUIDTIMEOUT. */
  accepts(value: string, now: number): boolean;
  /** The Guid that this poll's answer has to announce in Set-GUID; null: none. */
  toAnnounce(now: number): string | null;
  /**
   * Replaces the Guid for a client that is told the new one at once; a static one stays (AUTHMODE 1). `oldLives`: how
   * many milliseconds the older ones still live at most; as long as they would have, unless told otherwise.
   */
  renewFor(now: number, oldLives?: number): string;
  /** Replaces the Guid; the next poll's answer announces the new one. */
  renew(now: number, old: 'staysValid' | 'expires'): void;
}

export function createGuids(mode: AuthMode, timings: Timings, random: Random, now: number): Guids {
  let current = issue(now);
  let older: IssuedGuid[] = [];
  let announced = true;

  function issue(at: number): IssuedGuid {
    return { value: drawGuid(random), issuedAt: at, expiresAt: Infinity };
  }

  function isFresh(guid: IssuedGuid, at: number): boolean {
    return at - guid.issuedAt < timings.guidTimeout && at < guid.expiresAt;
  }

  function renew(at: number, old: 'staysValid' | 'expires'): void {
    if (mode === 1) throw new Error('In AUTHMODE 1 a Guid is never renewed');
    older = old === 'staysValid' ? [current, ...older].filter((guid) => isFresh(guid, at)) : [];
    current = issue(at);
    announced = false;
  }

  return {
    get current() {
      return current.value;
    },
    all: () => [current.value, ...older.map((guid) => guid.value)],
    accepts: (value, at) => {
      const issued = [current, ...older].find((guid) => guid.value === value);
      return issued !== undefined && (mode === 1 || isFresh(issued, at));
    },
    toAnnounce: (at) => {
      if (mode === 1) return null;
      if (at - current.issuedAt >= timings.guidInterval) renew(at, 'staysValid');
      if (announced) return null;
      announced = true;
      return current.value;
    },
    renewFor: (at, oldLives = Infinity) => {
      if (mode === 2) {
        renew(at, 'staysValid');
        older = older.map((guid) => ({ ...guid, expiresAt: Math.min(guid.expiresAt, at + oldLives) }));
      }
      announced = true;
      return current.value;
    },
    renew,
  };
}

function drawGuid(random: Random): string {
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}.AgentGateway0`;
}
