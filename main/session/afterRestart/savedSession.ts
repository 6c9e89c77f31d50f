import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { SecretBox } from '../../ports/storage.ts';
import type { PersistedState, SavedListen, SavedSession } from '../../store/persisted.ts';
import { signedOutAfter } from '../contact/signedOutAfter.ts';

/** A minute's worth of polls is written down at most six times. */
const writeEvery = 10_000;

/** Keeps a live session's Guid, encrypted, so that a restarted Earshot can go on with it. */
export interface SessionSaver {
  /** To be told of each contact; writes now and then, and at once when address, Guid or listen are others. */
  contact(gatewayAddress: string, guid: string, listen: SavedListen | null): void;
  forget(): void;
}

export interface SessionSaverOptions {
  readonly agentId: string;
  readonly persisted: PersistedState;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  readonly upFor: () => number;
  readonly log: Log;
}

export function createSessionSaver({ agentId, persisted, secretBox: box, clock, upFor, log }: SessionSaverOptions): SessionSaver {
  let saved: { gatewayAddress: string; guid: string; at: number } | null = null;
  return {
    contact: (gatewayAddress, guid, listen) => {
      const now = clock.now();
      const same = saved?.gatewayAddress === gatewayAddress && saved.guid === guid;
      const sameListenKept = sameListen(persisted.get().savedSession?.listen ?? null, listen);
      if (saved !== null && same && sameListenKept && now - saved.at < writeEvery) return;
      saved = { gatewayAddress, guid, at: now };
      try {
        if (!box.available()) return;
        const lastPoll = { lastPoll: clock.wall(), lastPollUp: upFor() };
        persisted.change({ savedSession: { gatewayAddress, agentId, guid: box.seal(guid), ...lastPoll, listen } });
      } catch (error) {
        // A locked keychain: the session lives on, it only cannot be taken up by another run.
        log.warn('session not saved', { why: error instanceof Error ? error.name : 'unknown' });
      }
    },
    forget: () => {
      forgetSavedSession(persisted);
    },
  };
}

/** The listen under way is another one, or is over: written down beside the session, where that is kept. */
export function keepListen(persisted: PersistedState, listen: SavedListen | null): void {
  const { savedSession } = persisted.get();
  if (savedSession === null || sameListen(savedSession.listen, listen)) return;
  persisted.change({ savedSession: { ...savedSession, listen } });
}

export function forgetSavedSession(persisted: PersistedState): void {
  if (persisted.get().savedSession !== null) persisted.change({ savedSession: null });
}

/** What tells how old a saved session is. */
export interface Present {
  /** The computer's date, milliseconds since 1970. */
  readonly date: number;
  /** For how many milliseconds the computer has been up. */
  readonly up: number;
}

export interface OpenedSession {
  readonly saved: SavedSession;
  readonly guid: string;
  /** Milliseconds since its last poll. */
  readonly age: number;
}

/** The Guid of a session that may still be alive; null when there is none, it is too old, or it no longer decrypts. */
export function openSavedSession(persisted: PersistedState, box: SecretBox, present: Present): OpenedSession | null {
  const saved = persisted.get().savedSession;
  if (saved === null) return null;
  const age = ageOf(saved, present);
  if (age >= signedOutAfter || !box.available()) return null;
  const guid = box.open(saved.guid);
  // What no header can carry is no Guid: it was decrypted with another key, or damaged.
  return guid !== null && /^[\x21-\x7e]{1,512}$/.test(guid) ? { saved, guid, age } : null;
}

/** Whether a session that may still be alive waits for the system to unlock what its Guid is encrypted with. */
export function awaitsUnlocking(persisted: PersistedState, box: SecretBox, present: Present): boolean {
  const saved = persisted.get().savedSession;
  return saved !== null && ageOf(saved, present) < signedOutAfter && !box.available();
}

/** Another run has neither clock for sure: a date may have been set, a computer started again. What one of the two takes for young may be. */
function ageOf({ lastPoll, lastPollUp }: SavedSession, { date, up }: Present): number {
  const ages = [date - lastPoll, ...(lastPollUp === null ? [] : [up - lastPollUp])];
  return Math.min(...ages.filter((age) => age >= 0));
}

function sameListen(one: SavedListen | null, other: SavedListen | null): boolean {
  return one?.workNo === other?.workNo && one?.heard === other?.heard;
}
