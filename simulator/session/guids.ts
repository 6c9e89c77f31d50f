import type { Random } from '../random.ts';
import type { Timings } from '../timings.ts';

/** 1 static: the sign-in's Guid holds for the session. 2 dynamic: it is renewed (protocol.md 1.2). */
export type AuthMode = 1 | 2;

interface IssuedGuid {
  readonly value: string;
  readonly issuedAt: number;
  /** When it stops being valid though it is younger than GUIDTIMEOUT. */
  readonly expiresAt?: number;
}

/** The Guids of one session. */
export class Guids {
  readonly #mode: AuthMode;
  readonly #timings: Timings;
  readonly #random: Random;
  #current: IssuedGuid;
  #older: IssuedGuid[] = [];
  #announced = true;

  constructor(mode: AuthMode, timings: Timings, random: Random, now: number) {
    this.#mode = mode;
    this.#timings = timings;
    this.#random = random;
    this.#current = { value: drawGuid(random), issuedAt: now };
  }

  get current(): string {
    return this.#current.value;
  }

  /** Every Guid of the session that is still accepted, or was not long ago. */
  all(): string[] {
    return [this.#current.value, ...this.#older.map((guid) => guid.value)];
  }

  /** An older Guid stays valid beside the renewed one until its own GUIDTIMEOUT. */
  accepts(value: string, now: number): boolean {
    const issued = [this.#current, ...this.#older].find((guid) => guid.value === value);
    return issued !== undefined && (this.#mode === 1 || this.#isFresh(issued, now));
  }

  /** The Guid that this poll's answer has to announce in Set-GUID, if any. */
  toAnnounce(now: number): string | undefined {
    if (this.#mode === 1) return undefined;
    if (now - this.#current.issuedAt >= this.#timings.guidInterval) this.renew(now, 'staysValid');
    if (this.#announced) return undefined;
    this.#announced = true;
    return this.#current.value;
  }

  /**
   * Replaces the Guid for a client that is told the new one at once; a static one stays (AUTHMODE 1). `oldLives`: how
   * many milliseconds the older ones still live at most; as long as they would have, unless told otherwise.
   */
  renewFor(now: number, oldLives = Infinity): string {
    if (this.#mode === 2) {
      this.renew(now, 'staysValid');
      this.#older = this.#older.map((guid) => ({ ...guid, expiresAt: Math.min(guid.expiresAt ?? Infinity, now + oldLives) }));
    }
    this.#announced = true;
    return this.#current.value;
  }

  /** Replaces the Guid; the next poll's answer announces the new one. */
  renew(now: number, old: 'staysValid' | 'expires'): void {
    if (this.#mode === 1) throw new Error('In AUTHMODE 1 a Guid is never renewed');
    const older = [this.#current, ...this.#older].filter((guid) => this.#isFresh(guid, now));
    this.#older = old === 'staysValid' ? older : [];
    this.#current = { value: drawGuid(this.#random), issuedAt: now };
    this.#announced = false;
  }

  #isFresh(guid: IssuedGuid, now: number): boolean {
    return now - guid.issuedAt < this.#timings.guidTimeout && now < (guid.expiresAt ?? Infinity);
  }
}

function drawGuid(random: Random): string {
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}.AgentGateway0`;
}
