import { z } from 'zod';
import { freshRosterView, rosterViewSchema } from '../../contract/rosterView.ts';
import type { Log } from '../ports/log.ts';
import type { StateFile } from '../ports/storage.ts';
import { waitingSchema } from '../audit/entry.ts';
import { pinsSchema, sightingsSchema } from './pin.ts';

/** A listen that was under way, so that a restarted Earshot can still say so, and stop it. */
const savedListenSchema = z.object({ workNo: z.string().max(32), heard: z.boolean() });

export type SavedListen = z.infer<typeof savedListenSchema>;

/** A session that may still be alive when Earshot starts again. `guid` is encrypted. */
const savedSessionSchema = z.object({
  gatewayAddress: z.string().max(300),
  agentId: z.string().max(32),
  guid: z.string().max(4096),
  /** By the computer's date. */
  lastPoll: z.number(),
  /** The same moment, as the time for which the computer had been up; null: written by an earlier version. */
  lastPollUp: z.number().nullable().default(null),
  listen: savedListenSchema.nullable(),
});

/** What "Keep me signed in" keeps. `secret` is encrypted: password and phone number. */
const keptSignInSchema = z.object({
  gatewayAddress: z.string().max(300),
  agentId: z.string().max(32),
  secret: z.string().max(4096),
});

export type PersistedSignIn = z.infer<typeof keptSignInSchema>;

export type SavedSession = z.infer<typeof savedSessionSchema>;

/** All that is kept over restarts: one schema. No password, no phone number, no Guid in plain form. */
const parts = {
  gatewayAddress: z.string().max(300),
  agentId: z.string().max(32),
  pins: pinsSchema,
  sightings: sightingsSchema,
  /** When it was last said that a gateway's certificate expires soon, by authority. */
  expiryToldAt: z.record(z.string().max(300), z.number()),
  savedSession: savedSessionSchema.nullable(),
  keptSignIn: keptSignInSchema.nullable(),
  toldAboutTray: z.boolean(),
  /** The inspector's own choices, each judged again by its schema (layers.ts). */
  settings: z.record(z.string(), z.unknown()),
  rosterView: rosterViewSchema,
  /** The newest entry of the audit trail (main/audit/knownEnd.ts); encrypted where the system can. */
  auditEnd: z.string().max(1_000).nullable(),
  /** Entries of the audit trail that could not be written yet (main/audit/backlog.ts). */
  auditWaiting: z.array(waitingSchema).max(1_000),
};

export type PersistedParts = { [Name in keyof typeof parts]: z.infer<(typeof parts)[Name]> };

const defaults: PersistedParts = {
  gatewayAddress: '',
  agentId: '',
  pins: {},
  sightings: {},
  expiryToldAt: {},
  savedSession: null,
  keptSignIn: null,
  toldAboutTray: false,
  settings: {},
  rosterView: freshRosterView,
  auditEnd: null,
  auditWaiting: [],
};

/** What is kept, as a value that is replaced whole with each change. */
export interface PersistedState {
  /** Parts that were there but could not be read, and are empty now. */
  readonly unreadable: readonly (keyof PersistedParts)[];
  get(): Readonly<PersistedParts>;
  change(parts: Partial<PersistedParts>): void;
}

/** Reads what was kept; a part that does not fit its schema is logged and starts again, the others stay. */
export function openPersisted(file: StateFile, log: Log): PersistedState {
  // A damaged file may have held trusted certificates: losing them is the loss to be said.
  const unreadable: (keyof PersistedParts)[] = file.damaged ? ['pins'] : [];
  const raw = z.record(z.string(), z.unknown()).safeParse(file.read());
  const stored = raw.success ? raw.data : {};
  const read = <Name extends keyof PersistedParts>(name: Name, schema: z.ZodType<PersistedParts[Name]>): PersistedParts[Name] => {
    if (stored[name] === undefined) return defaults[name];
    const parsed = schema.safeParse(stored[name]);
    if (parsed.success) return parsed.data;
    log.error('a kept part was unreadable and is empty now', { part: name });
    unreadable.push(name);
    return defaults[name];
  };
  let persisted: PersistedParts = {
    gatewayAddress: read('gatewayAddress', parts.gatewayAddress),
    agentId: read('agentId', parts.agentId),
    pins: read('pins', parts.pins),
    sightings: read('sightings', parts.sightings),
    expiryToldAt: read('expiryToldAt', parts.expiryToldAt),
    savedSession: read('savedSession', parts.savedSession),
    keptSignIn: read('keptSignIn', parts.keptSignIn),
    toldAboutTray: read('toldAboutTray', parts.toldAboutTray),
    settings: read('settings', parts.settings),
    rosterView: read('rosterView', parts.rosterView),
    auditEnd: read('auditEnd', parts.auditEnd),
    auditWaiting: read('auditWaiting', parts.auditWaiting),
  };
  return {
    unreadable,
    get: () => persisted,
    change: (changed) => {
      persisted = { ...persisted, ...changed };
      try {
        file.write(persisted);
      } catch (error) {
        // A full or read-only disk must not end a shift; the choice lives on until Earshot is closed.
        log.error('could not be kept', { why: error instanceof Error ? error.name : 'unknown' });
      }
    },
  };
}
