import { z } from 'zod';
import { agentStateSchema } from './agentState.ts';

/** One agent as shown. Times are milliseconds since 1970. */
export const rosterRowSchema = z.strictObject({
  workNo: z.string().min(1).max(32),
  name: z.string().max(200),
  group: z.string().max(200),
  state: agentStateSchema,
  /** When the agent entered `state`, if `sinceSeen`; else when Earshot first saw it there: it has lasted at least that long. */
  since: z.number(),
  sinceSeen: z.boolean(),
});

export type RosterRow = z.infer<typeof rosterRowSchema>;

/** The roster travels as one snapshot and then differences; `revision` grows by one with each of them. */
export const rosterMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), revision: z.int(), rows: z.array(rosterRowSchema) }),
  z.strictObject({
    kind: z.literal('patch'),
    revision: z.int(),
    changed: z.array(rosterRowSchema),
    removed: z.array(z.string().max(32)),
  }),
]);

export type RosterMessage = z.infer<typeof rosterMessageSchema>;
