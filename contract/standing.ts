import { z } from 'zod';
import { instant } from './instant.ts';
import { listenedAgentSchema } from './listenedAgent.ts';
import { workNoSchema } from './workNo.ts';

/** Agents and groups that one standing listen has at most. */
export const mostTargets = 50;

/** A standing listen without a time window goes on for no longer: by then nobody may be left who knows of it. */
export const mostHours = 12;

/** Listens after which a standing listen can be set to be over. */
export const mostListens = 50;

/** Minutes since the day began, by the computer's clock. */
const minuteOfDay = z.int().min(0).max(1_439);

/** From a time of day up to before another one; through midnight where `to` is earlier than `from`. */
export const dayWindowSchema = z
  .strictObject({ kind: z.literal('window'), from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from !== to);

export type DayWindow = z.infer<typeof dayWindowSchema>;

/** How long: for so many hours from now on, or in a time window, with whose end it is over. */
export const standingTimeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), hours: z.int().min(1).max(mostHours) }),
  dayWindowSchema,
]);

export type StandingTime = z.infer<typeof standingTimeSchema>;

const group = z.strictObject({ kind: z.literal('group'), group: z.string().min(1).max(200) });

const plan = <Agent extends z.ZodType>(agent: Agent) =>
  z.strictObject({
    /** In the order of the list. Agents come before groups whatever their places are. */
    targets: z
      .array(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('agent'), agent }), group]))
      .min(1)
      .max(mostTargets),
    time: standingTimeSchema,
    /** Over after so many listens that were heard; null: after any number. */
    listens: z.int().min(1).max(mostListens).nullable(),
  });

/** A standing listen as the inspector asks for it: agents by their work numbers. */
export const standingPlanSchema = plan(workNoSchema);

export type StandingPlan = z.infer<typeof standingPlanSchema>;

/** The same, with the names that the agents had when it was made. */
export const namedPlanSchema = plan(listenedAgentSchema);

export type NamedPlan = z.infer<typeof namedPlanSchema>;

export type StandingTarget = NamedPlan['targets'][number];

/** What a standing listen waits for. */
export const standingWaits = [
  /** A call that begins. */
  'call',
  /** The first poll of the agents: who is in a call by then is not asked about. */
  'look',
  /** The end of the listen that is under way. */
  'listen',
  'window',
  'notIdle',
  'connection',
  'notSeen',
  /** The inspector, who paused it. */
  'byHand',
  /** The inspector: the last listen that it asked for by itself was refused. */
  'refused',
  /** The inspector: nobody picked the phone up for the last listen that it asked for by itself. */
  'notPickedUp',
] as const;

export type StandingWait = (typeof standingWaits)[number];

/** A standing listen that goes on. */
export const standingSchema = z.strictObject({
  plan: namedPlanSchema,
  /** When it is over at the latest; null: with its time window. */
  until: instant.nullable(),
  /** Listens of it that were heard. */
  listens: z.int(),
  /** Agents of it who are signed in and could be heard. */
  here: z.int(),
  waits: z.enum(standingWaits),
});

export type Standing = z.infer<typeof standingSchema>;

/** Why a standing listen is over. */
export const standingEnds = ['sessionOver', 'notAllowed', 'hoursOver', 'windowOver', 'listensDone'] as const;

export type StandingEnd = (typeof standingEnds)[number];
