import { z } from 'zod';
import { dateTime, instant } from './instant.ts';
import { agentStateSchema, isInCall } from './agentState.ts';
import { listenOutcomes } from './state.ts';

const workNo = z.string().min(1).max(32);

/**
 * How truly the beginning of a state is known.
 * `exact`: the gateway said for how long (`agentbyworkno.currentstatetime`, to the second).
 * `seen`: Earshot saw the change between two polls; the time is that of the poll that showed it.
 * `atLeast`: the agent was in it at the first poll; since when is not known ("≥ 3:12").
 */
export const sinceKinds = ['exact', 'seen', 'atLeast'] as const;

export const sinceKindSchema = z.enum(sinceKinds);

export type SinceKind = z.infer<typeof sinceKindSchema>;

/** One agent as shown. What the gateway has not said is null; it may come later, with the agent's details. */
export const rosterRowSchema = z.strictObject({
  workNo,
  name: z.string().max(200),
  /** Empty: not known. */
  group: z.string().max(200),
  groupId: z.int().nullable(),
  /** Names of the skills; an empty list is an agent without any, null is not known. */
  skills: z.array(z.string().max(100)).max(100).nullable(),
  state: agentStateSchema,
  /** Since when the agent is in `state`; how that is to be read says `sinceIs`. */
  since: instant,
  sinceIs: sinceKindSchema,
  /** Sign-in of the agent, by the gateway's clock. */
  signedInAt: dateTime.nullable(),
  /** Signed in for voice calls; false: a listen cannot work (protocol.md 1.1, `mediatype`). */
  voice: z.boolean().nullable(),
  /** The last two digits of the agent's phone number. The number itself never leaves main. */
  phoneEnding: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  /** Work number of the inspector who hears this agent now, as far as the gateway tells; null is not known, never nobody. */
  inspectedBy: z.string().max(32).nullable(),
});

export type RosterRow = z.infer<typeof rosterRowSchema>;

/** Whether there is a call to hear and nothing known of the agent that keeps one from hearing it. */
export function canBeHeard({ state, voice }: Pick<RosterRow, 'state' | 'voice'>): boolean {
  return isInCall(state) && voice !== false;
}

/** A state that an agent was in, from `from` until the next one's `from`. Null: not polled, what happened is not known. */
export const stateIntervalSchema = z.strictObject({ state: agentStateSchema.nullable(), from: instant, fromIs: sinceKindSchema });

export type StateInterval = z.infer<typeof stateIntervalSchema>;

/** A listen to this agent in this session, over. */
export const pastListenSchema = z.strictObject({
  askedAt: instant,
  endedAt: instant,
  outcome: z.enum(listenOutcomes),
  /** How long it was heard, in milliseconds; null when it never was. */
  heardFor: z.number().nullable(),
});

export type PastListen = z.infer<typeof pastListenSchema>;

/** What is known of the selected agent beyond its row. */
export const agentDetailsSchema = z.strictObject({
  workNo,
  /** Whether the gateway's own details of this agent (skills, sign-in, exact time in state) are in the row yet. */
  asked: z.enum(['waiting', 'answered', 'refused']),
  /** Oldest first; the last goes on. The oldest of a long day are left out. An agent who left the roster ends with `signedOut`. */
  history: z.array(stateIntervalSchema).max(1_000),
  /** Newest first. */
  listens: z.array(pastListenSchema).max(100),
});

export type AgentDetails = z.infer<typeof agentDetailsSchema>;

/**
 * The roster travels as one snapshot and then differences; `revision` grows by one with each of them.
 * Beside them go the details of the agent that this page selected (`watchAgents`): at once, and whenever they change.
 */
export const rosterMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), revision: z.int(), rows: z.array(rosterRowSchema) }),
  z.strictObject({
    kind: z.literal('patch'),
    revision: z.int(),
    changed: z.array(rosterRowSchema),
    removed: z.array(z.string().max(32)),
  }),
  z.strictObject({ kind: z.literal('details'), details: agentDetailsSchema }),
]);

export type RosterMessage = z.infer<typeof rosterMessageSchema>;

/** The messages that keep the rows in step. */
export type RowsMessage = Exclude<RosterMessage, { kind: 'details' }>;
