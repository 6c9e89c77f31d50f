import { readAdministratorsPin, type AdministratorsPin } from '../../contract/pin.ts';
import type { Certificate, PinnedCertificate } from '../../contract/trust.ts';
import type { Settings } from '../../contract/settings.ts';
import type { PersistedState } from '../store/persisted.ts';
import type { Pin, PinSeen } from '../store/pin.ts';

/** An hour: a shift's many connections are not a shift's many writes. */
const writeSightingsEvery = 3_600_000;

/** The pinned certificates: the administrator's, from the settings, and the inspector's, which are kept. */
export interface Pins {
  authorities(): readonly string[];
  /** All of one gateway, the administrator's first. */
  of(authority: string): readonly PinnedCertificate[];
  /** Trusts a certificate; the inspector's other ones for this gateway stay only when asked for. */
  add(authority: string, certificate: Certificate, keepOthers: boolean, now: number): void;
  /** Takes one of the inspector's back; whether there was one. */
  remove(authority: string, fingerprint: string): boolean;
  /** Notes that a pinned certificate was met. */
  met(authority: string, certificate: Certificate, now: number): void;
}

export function createPins(persisted: PersistedState, settings: () => Pick<Settings, 'pins' | 'userTrust'>): Pins {
  const administrators = (): AdministratorsPin[] =>
    settings()
      .pins.map(readAdministratorsPin)
      .filter((pin) => pin !== null);
  const inspectors = (authority: string): readonly Pin[] => {
    const { pins } = persisted.get();
    return Object.hasOwn(pins, authority) ? (pins[authority] ?? []) : [];
  };
  const sighting = (text: string): PinSeen | null => {
    const { sightings } = persisted.get();
    return Object.hasOwn(sightings, text) ? (sightings[text] ?? null) : null;
  };

  function put(authority: string, pins: readonly Pin[]): void {
    const others = Object.entries(persisted.get().pins).filter(([each]) => each !== authority);
    persisted.change({ pins: Object.fromEntries(pins.length === 0 ? others : [...others, [authority, [...pins]]]) });
  }

  return {
    authorities: () => [...new Set([...administrators().map((pin) => pin.authority), ...Object.keys(persisted.get().pins)])].sort(),
    of: (authority) => [
      ...administrators()
        .filter((pin) => pin.authority === authority)
        .map(({ fingerprint, text }) => shown(fingerprint, 'administrator', true, sighting(text))),
      ...inspectors(authority).map((pin) => shown(pin.fingerprint, 'inspector', settings().userTrust, pin)),
    ],
    add: (authority, certificate, keepOthers, now) => {
      const others = inspectors(authority).filter((pin) => keepOthers && pin.fingerprint !== certificate.fingerprint);
      const { fingerprint } = certificate;
      put(authority, [...others, { fingerprint, decidedBy: 'inspector', ...seenAgain(null, certificate, now) }]);
    },
    remove: (authority, fingerprint) => {
      const pins = inspectors(authority);
      const left = pins.filter((pin) => pin.fingerprint !== fingerprint);
      if (left.length === pins.length) return false;
      put(authority, left);
      return true;
    },
    met: (authority, certificate, now) => {
      const { fingerprint } = certificate;
      const isThis = (pin: Pin): boolean => pin.fingerprint === fingerprint;
      const pins = inspectors(authority);
      if (pins.some((pin) => isThis(pin) && isOld(pin, now))) {
        put(
          authority,
          pins.map((pin) => (isThis(pin) ? { ...pin, ...seenAgain(pin, certificate, now) } : pin)),
        );
      }
      const here = administrators().filter((pin) => pin.authority === authority && pin.fingerprint === fingerprint);
      if (here.some(({ text }) => isOld(sighting(text), now))) {
        // Those that left the settings go with this write.
        const known = administrators().map(({ text }): [string, PinSeen | null] => [text, sighting(text)]);
        const again = here.map(({ text }): [string, PinSeen | null] => [text, seenAgain(sighting(text), certificate, now)]);
        const entries = [...known, ...again].filter((entry): entry is [string, PinSeen] => entry[1] !== null);
        persisted.change({ sightings: Object.fromEntries(entries) });
      }
    },
  };
}

/** Whether there is something to write down: never met, or not for an hour; a clock set back counts too. */
function isOld(seen: PinSeen | null, now: number): boolean {
  return seen === null || seen.certificate === null || Math.abs(now - seen.lastSeen) >= writeSightingsEvery;
}

function seenAgain(before: PinSeen | null, { subject, validFrom, validTo }: Certificate, now: number): PinSeen {
  return { firstSeen: before?.firstSeen ?? now, lastSeen: now, certificate: { subject, validFrom, validTo } };
}

function shown(fingerprint: string, decidedBy: PinnedCertificate['decidedBy'], counts: boolean, seen: PinSeen | null): PinnedCertificate {
  return {
    fingerprint,
    decidedBy,
    counts,
    firstSeen: seen?.firstSeen ?? null,
    lastSeen: seen?.lastSeen ?? null,
    subject: seen?.certificate?.subject ?? null,
    validFrom: seen?.certificate?.validFrom ?? null,
    validTo: seen?.certificate?.validTo ?? null,
  };
}
