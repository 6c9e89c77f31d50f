import { z } from 'zod';
import { dateTime } from './instant.ts';
import { listenedAgentSchema } from './listenedAgent.ts';

/** Agents that one answer holds. */
export const agentsAPage = 100;

/** From when up to before when. */
export const workPeriodSchema = z.strictObject({ from: dateTime, to: dateTime });

export type WorkPeriod = z.infer<typeof workPeriodSchema>;

/** How far the plan is done. */
export const worklistSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noPlan') }),
  /** The audit trail is being read. */
  z.strictObject({ kind: z.literal('reading') }),
  z.strictObject({ kind: z.literal('unreadable') }),
  z.strictObject({
    kind: z.literal('ready'),
    /** Another one with each change of the list. */
    revision: z.int(),
    period: workPeriodSchema,
    /** Agents that the plan is about: those who were signed in within the last fourteen days. */
    agents: z.int(),
    /** Those of whom all was heard that the plan asks for. */
    agentsDone: z.int(),
    /** Listens that count, no more of an agent than the plan asks for. */
    done: z.int(),
    needed: z.int(),
    /** How many should be done by now. */
    dueByNow: z.int(),
    /** Agents whose first sign-in that Earshot saw was in this period. */
    isNew: z.int(),
    /** Agents who were not signed in for longer. */
    left: z.int(),
  }),
]);

export type Worklist = z.infer<typeof worklistSchema>;

/** One agent of the plan. */
export const workRowSchema = z.strictObject({
  /** `name`: as Earshot saw it last in this run, else empty. */
  agent: listenedAgentSchema,
  group: z.string().max(200),
  /** Listens that count; there may be more than the plan asks for. */
  done: z.int(),
  tooShort: z.int(),
  /** Milliseconds that were heard in the period. */
  heard: z.number(),
  /** When the newest listen began, in whatever period; null: there was none. */
  last: dateTime.nullable(),
  /** Whether they are signed in. */
  here: z.boolean(),
  isNew: z.boolean(),
  /** Fewer listens than the days that are over ask for. */
  behind: z.boolean(),
});

export type WorkRow = z.infer<typeof workRowSchema>;

/** An agent who was not signed in for longer than fourteen days. */
export const leftAgentSchema = z.strictObject({
  agent: listenedAgentSchema,
  group: z.string().max(200),
  /** The day on which they were seen last, such as `2026-11-29`. */
  lastSeen: z.iso.date(),
});

export type LeftAgent = z.infer<typeof leftAgentSchema>;

/** A page of the list, who needs it most first; `left` comes with the first page, and may leave out those who left first. */
export const workPageSchema = z.strictObject({
  total: z.int(),
  rows: z.array(workRowSchema).max(agentsAPage),
  left: z.array(leftAgentSchema).max(agentsAPage),
});

export type WorkPage = z.infer<typeof workPageSchema>;
