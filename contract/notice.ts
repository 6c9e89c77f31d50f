import { z } from 'zod';
import { listenedAgentSchema } from './listenedAgent.ts';
import { standingEnds } from './standing.ts';

/** Why Earshot no longer waits for an agent's call. */
export const followEndReasons = [
  'connection',
  'notIdle',
  'sessionOver',
  'otherListen',
  'signedOut',
  'notSeen',
  'anHour',
  'refused',
  /** The administrator does not allow it any more. */
  'notAllowed',
] as const;

const id = z.string().max(64);
const gateway = z.string().max(300);

/** A thing to say once, put away by the inspector. A later one of the same `id` takes its place. */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** A part of what is kept was damaged and starts empty. */
  z.strictObject({ id, kind: z.literal('keptDamaged') }),
  /** The same of the trusted certificates. */
  z.strictObject({ id, kind: z.literal('pinsDamaged') }),
  z.strictObject({ id, kind: z.literal('machineFileDamaged') }),
  /** Users could have written it. */
  z.strictObject({ id, kind: z.literal('machineFileUnprotected') }),
  z.strictObject({ id, kind: z.literal('policyUnreadable') }),
  /** Single values of the administrator's; the settings page names them. */
  z.strictObject({ id, kind: z.literal('administeredWrong') }),
  /** What the administrator says of trust cannot be read, so inspectors trust nothing themselves. */
  z.strictObject({ id, kind: z.literal('trustClosed') }),
  z.strictObject({ id, kind: z.literal('authorityFileUnreadable') }),
  /** `validTo`: milliseconds since 1970. */
  z.strictObject({ id, kind: z.literal('certificateExpires'), gateway, validTo: z.number() }),
  /** Out of its dates, which the administrator allows. */
  z.strictObject({ id, kind: z.literal('certificateExpired'), gateway, validTo: z.number() }),
  /** The gateway does not hold polls (protocol.md 2.1). */
  z.strictObject({ id, kind: z.literal('shortPolling') }),
  /** Something on the way to the gateway cuts held polls off (protocol.md 2.1). */
  z.strictObject({ id, kind: z.literal('pollsCut') }),
  /** The gateway does not tell of the skills' queues. */
  z.strictObject({ id, kind: z.literal('queuesNotHere') }),
  /** The session goes on at a backup. */
  z.strictObject({ id, kind: z.literal('movedGateway'), gateway }),
  /** Entries of the audit trail wait; they are tried again. */
  z.strictObject({ id, kind: z.literal('auditNotWritten') }),
  /** The trail is not as Earshot left it. */
  z.strictObject({ id, kind: z.literal('auditTampering') }),
  /** Entries of an earlier run, which could not be written then, are written now. */
  z.strictObject({ id, kind: z.literal('auditLate') }),
  /** The chain's heads cannot be noted in the administrator's folder. */
  z.strictObject({ id, kind: z.literal('auditHeadsNotWritten') }),
  /** A link of Earshot's scheme that is none of its links. */
  z.strictObject({ id, kind: z.literal('linkMalformed') }),
  z.strictObject({ id, kind: z.literal('followEnded'), why: z.enum(followEndReasons), agent: listenedAgentSchema }),
  /** `listens`: how many of it were heard. */
  z.strictObject({ id, kind: z.literal('standingEnded'), why: z.enum(standingEnds), listens: z.int() }),
]);

export type Notice = z.infer<typeof noticeSchema>;
