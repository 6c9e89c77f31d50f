import { z } from 'zod';
import { instant } from './instant.ts';
import { problemSchema } from './problem.ts';

/** Queues that travel with the state; there may be more. */
export const mostQueues = 50;

export const queueSchema = z.strictObject({
  /** The skill's number at the gateway. */
  id: z.int(),
  name: z.string().max(200),
  /** Callers who wait; here and below, null: the gateway did not say. */
  waiting: z.int().nullable(),
  /** Milliseconds for which the first of them has waited. */
  longestWait: z.number().nullable(),
  signedIn: z.int().nullable(),
  available: z.int().nullable(),
});

export type Queue = z.infer<typeof queueSchema>;

/** The skills' queues, as the gateway told of them last; asked for only while a page shows them or a rule watches them. */
export const queuesSchema = z.discriminatedUnion('kind', [
  /** Not asked for yet, or not any more. */
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('loading') }),
  /** The gateway does not tell this inspector of queues, in this session. */
  z.strictObject({ kind: z.literal('notHere'), problem: problemSchema }),
  z.strictObject({
    kind: z.literal('ready'),
    /** When all of them were told; those that are shown may be older where `problem` says why. */
    at: instant,
    problem: problemSchema.nullable(),
    /** Most callers first, then who has waited longest. */
    queues: z.array(queueSchema).max(mostQueues),
    /** How many there are. */
    all: z.int(),
  }),
]);

export type Queues = z.infer<typeof queuesSchema>;
