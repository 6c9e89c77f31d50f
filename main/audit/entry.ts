import { z } from 'zod';
import { forceKinds } from '../../contract/forcing.ts';
import { beginningModeSchema, modeSchema } from '../../contract/inspection.ts';
import { listenOutcomes } from '../../contract/state.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().min(1);
const name = z.string().max(300);

/** What became of a listen; `unknown`: Earshot ended while it was under way, and nobody saw its end. */
export const auditOutcomes = [...listenOutcomes, 'unknown'] as const;

const listened = {
  /** Agent ID of who listened. */
  inspector: name,
  /** Work number of who was listened to, or made to do something. */
  agent: name,
};

const endingBody = {
  ...listened,
  outcome: z.enum(auditOutcomes),
  /** The gateway's retcode or Earshot's own code where the request was refused, else the outcome. */
  code: z.string().max(64),
  /** Milliseconds for which it was heard; null when it was not, or when nobody can tell. */
  heardFor: z.int().nonnegative().nullable(),
};

const ending = {
  ...endingBody,
  /** `seq` of the listen's beginning; null where that was never written. */
  listen: seq.nullable(),
};

/** What came of a request by its answer; `unknown`: the answer was lost, or Earshot ended before it came. */
const answered = {
  outcome: z.enum(['confirmed', 'refused', 'unknown']),
  /** The gateway's retcode or Earshot's own code where it was not confirmed, else `confirmed`. */
  code: z.string().max(64),
};

/** A change of how the inspector is in the call. */
const modeBody = { ...listened, mode: modeSchema };

/** `seq` of the beginning of the listen that it is in; null where that was never written. */
const during = { listen: seq.nullable() };

const kinds = {
  listenStarted: {
    ...listened,
    /** host:port. */
    gateway: name,
    /**
     * `asked`: the inspector asked, or a followed agent's call began. `takenUp`: it was under way when Earshot was started again.
     * `late`: the gateway carried it out after it had been given up.
     */
    how: z.enum(['asked', 'takenUp', 'late']),
    /** What was asked for; left out where it is listening. */
    mode: beginningModeSchema.exclude(['listen']).optional(),
    /** A standing listen came to it, be it by itself or because the inspector said so when asked; left out where there was none. */
    of: z.literal('standing').optional(),
  },
  listenEnded: ending,
  /** What an ended listen turned out to be; it takes the place of what was said of its end. */
  listenCorrected: ending,
  /** The inspector asked to go on in another mode. */
  modeAsked: { ...modeBody, ...during },
  /** What came of it. */
  modeAnswered: { ...modeBody, ...answered, ...during },
  /** The inspector asked to make an agent do something. */
  forceAsked: { ...listened, force: z.enum(forceKinds) },
  /** What came of the request; whether the agent did it is in no answer. */
  forceAnswered: { ...listened, force: z.enum(forceKinds), ...answered },
  /** Old files were removed by policy; `seq` and `lastHash` are those of the last entry in them. */
  filesRemoved: { files: z.array(name).min(1).max(1_000), lastSeq: seq, lastHash: hash, days: z.int().min(1) },
  /** A line that a crash had left unfinished was cut off. */
  tornLineCut: { file: name, bytes: z.int().min(1) },
  /** The entry that Earshot wrote last was no longer there when it started: the files were changed by somebody else. */
  tamperingFound: { lastSeq: seq, lastHash: hash },
  /** What is kept of the newest entry was gone, or could not be read, when Earshot started and found this one as the last. */
  endMissing: { lastSeq: seq, lastHash: hash },
} as const;

const linked = { seq, time: z.iso.datetime(), previous: hash, hash };

const entry = <Kind extends keyof typeof kinds>(kind: Kind) => z.strictObject({ kind: z.literal(kind), ...linked, ...kinds[kind] });

/** A line of the trail: what happened, its number and time, the hash of the line before and its own. */
export const entrySchema = z.discriminatedUnion('kind', [
  entry('listenStarted'),
  entry('listenEnded'),
  entry('listenCorrected'),
  entry('modeAsked'),
  entry('modeAnswered'),
  entry('forceAsked'),
  entry('forceAnswered'),
  entry('filesRemoved'),
  entry('tornLineCut'),
  entry('tamperingFound'),
  entry('endMissing'),
]);

export type AuditEntry = z.infer<typeof entrySchema>;

type BodyOf<Entry> = Entry extends unknown ? Omit<Entry, keyof typeof linked | 'listen'> : never;

/** What is to be written; which listen it ends follows from what was written before, as there is but one at a time. */
export type AuditBody = BodyOf<AuditEntry>;

const bodies = {
  ...kinds,
  listenEnded: endingBody,
  listenCorrected: endingBody,
  modeAsked: modeBody,
  modeAnswered: { ...modeBody, ...answered },
} as const;

const body = <Kind extends keyof typeof bodies>(kind: Kind) => z.strictObject({ kind: z.literal(kind), ...bodies[kind] });

/** An entry that waits to be written, with the time (milliseconds since 1970) of what it tells. */
export const waitingSchema = z.strictObject({
  time: z.number(),
  body: z.discriminatedUnion('kind', [
    body('listenStarted'),
    body('listenEnded'),
    body('listenCorrected'),
    body('modeAsked'),
    body('modeAnswered'),
    body('forceAsked'),
    body('forceAnswered'),
    body('filesRemoved'),
    body('tornLineCut'),
    body('tamperingFound'),
    body('endMissing'),
  ]),
});

export interface WaitingEntry {
  readonly time: number;
  readonly body: AuditBody;
}
