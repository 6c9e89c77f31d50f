import { z } from 'zod';
import { instant } from './instant.ts';
import { auditSchema } from './audit.ts';
import { diagnosticsSchema } from './diagnostics.ts';
import { forcedAgentSchema } from './forcing.ts';
import { inspectionSchema, noRightSchema } from './inspection.ts';
import { agentStateSchema } from './agentState.ts';
import { pageAlertSchema, shownSchema, surfaceNameSchema } from './alerts.ts';
import { languageSchema } from './language.ts';
import { listenedAgentSchema } from './listenedAgent.ts';
import { linkRequestSchema } from './links.ts';
import { noticeSchema } from './notice.ts';
import { notesSchema } from './notes.ts';
import { problemSchema } from './problem.ts';
import { rosterViewSchema } from './rosterView.ts';
import { shownRulesSchema } from './rules.ts';
import { shownSettingsSchema } from './settings.ts';
import { queuesSchema } from './queues.ts';
import { standingSchema, type Standing } from './standing.ts';
import { worklistSchema } from './worklist.ts';
import { certificateQuestionSchema, trustSchema } from './trust.ts';

export type { ListenedAgent } from './listenedAgent.ts';
export type { Notice } from './notice.ts';

/** Last answer that came from the gateway. */
const lastContact = instant;

/** When the next attempt goes out; null: one is under way. */
const nextAttempt = instant.nullable();

/** Freshness of the contact with the gateway. `problem`: why there is none, or what is wrong, where known. */
export const connectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('live'), lastContact, problem: problemSchema.nullable() }),
  /** No news for longer than the gateway holds a poll, or it answers with refusals only. */
  z.strictObject({ kind: z.literal('stale'), lastContact, problem: problemSchema.nullable() }),
  /** The link is lost; the session may still live at the gateway. */
  z.strictObject({ kind: z.literal('reconnecting'), lastContact, problem: problemSchema, nextAttempt }),
  /** Lost for longer than a gateway keeps a session. */
  z.strictObject({ kind: z.literal('offline'), lastContact, problem: problemSchema, nextAttempt }),
]);

export type Connection = z.infer<typeof connectionSchema>;

export const sessionSchema = z.discriminatedUnion('kind', [
  /**
   * `problem`: why the last sign-in failed or the last session ended; null at a plain start or after a sign-out that was asked for.
   * `offer`: the session was ended by another sign-in, so that signing in means taking over.
   */
  z.strictObject({ kind: z.literal('signedOut'), problem: problemSchema.nullable(), offer: z.literal('takeOver').optional() }),
  /** A session that was left alive is taken up, or begun again with the kept password; `problem`: why it has to wait. */
  z.strictObject({
    kind: z.literal('resuming'),
    agentId: z.string(),
    gateway: z.string(),
    problem: problemSchema.nullable(),
    nextAttempt,
  }),
  z.strictObject({ kind: z.literal('signingIn'), agentId: z.string(), gateway: z.string() }),
  /** Sign-in waits for a decision on the gateway's certificate; nothing secret was sent. */
  z.strictObject({ kind: z.literal('certificate'), gateway: z.string(), question: certificateQuestionSchema }),
  /** 100-002: signed in elsewhere; "Take over" ends that session. */
  z.strictObject({ kind: z.literal('takeOver'), agentId: z.string(), gateway: z.string(), problem: problemSchema }),
  z.strictObject({
    kind: z.literal('signedIn'),
    agentId: z.string(),
    gateway: z.string(),
    connection: connectionSchema,
    /** The inspector's own state at the gateway. */
    ownState: agentStateSchema,
  }),
  z.strictObject({ kind: z.literal('signingOut'), agentId: z.string(), gateway: z.string() }),
]);

export type Session = z.infer<typeof sessionSchema>;

/** How a listen ended. Each has its words in `problem` or speaks for itself. */
export const listenOutcomes = [
  'refused',
  'notAnswered',
  'declined',
  'phoneUnavailable',
  'hungUp',
  'endedByOtherSide',
  'stopped',
  'notStarted',
  /** Over, and what would tell whether it was heard got lost. */
  'endedUnseen',
  'sessionOver',
] as const;

const agent = { agent: listenedAgentSchema, since: instant };

/** The listen, as far as the gateway said. `since`: when this step began. */
export const listenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  z.strictObject({ kind: z.literal('requesting'), ...agent }),
  /** `problem`: a stop that did not work, while the listen goes on. */
  z.strictObject({ kind: z.literal('calling'), ...agent, problem: problemSchema.nullable() }),
  z.strictObject({ kind: z.literal('ringing'), ...agent, problem: problemSchema.nullable() }),
  z.strictObject({ kind: z.literal('listening'), ...agent, problem: problemSchema.nullable() }),
  z.strictObject({ kind: z.literal('stopping'), ...agent }),
  /** The gateway's answer was lost; a query will settle what happened. */
  z.strictObject({ kind: z.literal('outcomeUnknown'), ...agent, problem: problemSchema }),
  /** Over; shown until the next listen or until it is put away. */
  z.strictObject({
    kind: z.literal('ended'),
    ...agent,
    outcome: z.enum(listenOutcomes),
    problem: problemSchema.nullable(),
    /** How long it was heard, in milliseconds; null when it never was. */
    heardFor: z.number().nullable(),
  }),
]);

export type Listen = z.infer<typeof listenSchema>;

/** From the click until it is over. */
export function isUnderWay(listen: Listen): listen is Exclude<Listen, { kind: 'idle' | 'ended' }> {
  return listen.kind !== 'idle' && listen.kind !== 'ended';
}

export const rosterStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  /** A first answer is awaited, or one after a long while; what is shown meanwhile is from `at` (null: nothing was ever shown). */
  z.strictObject({ kind: z.literal('loading'), at: instant.nullable() }),
  /** `leftOut`: entries of the answer that could not be read. */
  z.strictObject({ kind: z.literal('ready'), at: instant, count: z.int(), leftOut: z.int() }),
  /** The last refresh failed; what is shown is from `at` (null: nothing was ever shown). */
  z.strictObject({ kind: z.literal('failed'), at: instant.nullable(), problem: problemSchema }),
]);

export type RosterStatus = z.infer<typeof rosterStatusSchema>;

/** The inspector's own phone, apart from any listen: what the window must show when it rings. */
export const phoneAlertSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** `agent` is null when the phone rings though no listen is pending. */
  z.strictObject({ kind: z.literal('ringing'), agent: listenedAgentSchema.nullable(), since: instant }),
]);

export type PhoneAlert = z.infer<typeof phoneAlertSchema>;

/** A ring that nobody picked up, or several of one agent close together. */
export const missedRingSchema = z.strictObject({
  id: z.string().max(64),
  /** When the last of them began. */
  at: instant,
  agent: listenedAgentSchema.nullable(),
  times: z.int().min(1),
});

export type MissedRing = z.infer<typeof missedRingSchema>;

/** `phase` is what the gateway tells of a call. `standing`: the standing listen that the call is followed for; left out where there is none. */
const followedCall = { ...agent, phase: z.enum(['talking', 'occupied']), standing: standingSchema.optional() };

/** Earshot waits for an agent's next call, or, as a standing listen, for the calls of several agents. */
export const followSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  /** `since`: when it was armed. */
  z.strictObject({ kind: z.literal('armed'), ...agent }),
  /** The call has begun (`since`). */
  z.strictObject({ kind: z.literal('asking'), ...followedCall }),
  /** The call has begun, and Earshot asked for the listen. */
  z.strictObject({ kind: z.literal('calling'), ...followedCall }),
  /** A standing listen goes on, and asks about no call now. */
  z.strictObject({ kind: z.literal('standing'), standing: standingSchema }),
]);

export type Follow = z.infer<typeof followSchema>;

/** The standing listen that goes on, whatever it does now; null: there is none. */
export function standingOf(follow: Follow): Standing | null {
  switch (follow.kind) {
    case 'off':
    case 'armed':
      return null;
    case 'asking':
    case 'calling':
      return follow.standing ?? null;
    case 'standing':
      return follow.standing;
  }
}

/** How one surface fared: what came of it, and how many milliseconds after it was asked. */
export const surfaceResultSchema = z.strictObject({
  surface: surfaceNameSchema,
  shown: z.discriminatedUnion('kind', [
    ...shownSchema.options,
    /** Nothing was heard of it within its time. */
    z.strictObject({ kind: z.literal('late') }),
  ]),
  after: z.number(),
});

export type SurfaceResult = z.infer<typeof surfaceResultSchema>;

const results = z.array(surfaceResultSchema).max(16).readonly();

export const testAlertSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('running'), surface: surfaceNameSchema, since: instant, results }),
  /** `whole` is false when a real alert cut it short. `quiet`: whether the system holds notifications back. */
  z.strictObject({ kind: z.literal('done'), at: instant, results, whole: z.boolean(), quiet: z.enum(['yes', 'no', 'unknown']) }),
]);

export type TestAlert = z.infer<typeof testAlertSchema>;

/** When a ring was received, planned for, and asked of and shown by each surface. No names. */
export const alertTimesSchema = z.strictObject({
  received: instant,
  planned: instant,
  ended: instant.nullable(),
  surfaces: z
    .array(
      z.strictObject({
        surface: surfaceNameSchema,
        asked: instant,
        /** When it was shown; null when it was not. */
        shown: instant.nullable(),
        /** Why not, or that nothing was heard of it yet. */
        result: z.enum(['shown', 'notShown', 'notSupported', 'late', 'asked']),
      }),
    )
    .max(32),
});

export type AlertTimes = z.infer<typeof alertTimesSchema>;

/** What the sign-in form starts with. Password and phone number are filled in by the demo only (its simulator's own). */
export const signInFormSchema = z.strictObject({
  gatewayAddress: z.string(),
  agentId: z.string(),
  password: z.string(),
  phoneNumber: z.string(),
});

export type SignInForm = z.infer<typeof signInFormSchema>;

/** Whether "Keep me signed in" can be offered (the administrator, the system's encryption), and whether it is chosen. */
export const keepSignedInSchema = z.enum(['notOffered', 'off', 'on']);

export type KeepSignedIn = z.infer<typeof keepSignedInSchema>;

/** Everything the renderer shows, but for the roster's rows. Small, immutable, without secrets. */
/**
 * `asSet`: it is as the setting says. `switchedOff`: the setting is on, the system's own tool switched it off. `otherwise`: something else
 * has its place, and is left alone. `failed`: the system did not take it.
 */
export const loginItemStates = ['asSet', 'switchedOff', 'otherwise', 'failed'] as const;

export type LoginItemState = (typeof loginItemStates)[number];

export const appStateSchema = z.strictObject({
  version: z.string(),
  /** When this was so; every moment in it, and in the roster, is to be compared with it. */
  now: instant,
  /** What the page speaks: as the setting says, or the system. */
  language: languageSchema,
  form: signInFormSchema,
  keepSignedIn: keepSignedInSchema,
  session: sessionSchema,
  roster: rosterStatusSchema,
  listen: listenSchema,
  /** How the inspector is in the call of the listen; null while none is under way. */
  inspection: inspectionSchema.nullable(),
  /** What the gateway refused for lack of a right in this session: it is not offered again. */
  noRight: noRightSchema,
  /** What agents were asked to be made to do, newest first; one each. */
  forced: z.array(forcedAgentSchema).max(100).readonly(),
  phoneAlert: phoneAlertSchema,
  /** What the page itself is asked to show of the present alert; null: nothing. */
  pageAlert: pageAlertSchema.nullable(),
  /** Newest first; this session's. */
  missedRings: z.array(missedRingSchema).max(20).readonly(),
  follow: followSchema,
  testAlert: testAlertSchema,
  /** The last rings, newest first; null while no page shows them. */
  alertTimes: z.array(alertTimesSchema).max(20).readonly().nullable(),
  /** What a clicked link asks for. */
  link: linkRequestSchema,
  notices: z.array(noticeSchema),
  settings: shownSettingsSchema,
  /** What the system makes of the start at log-in; `notHere`: this Earshot cannot be started by it. */
  startAtLogin: z.enum(['notHere', ...loginItemStates]),
  /** As it was last kept; the page goes on from there. */
  rosterView: rosterViewSchema,
  trust: trustSchema,
  audit: auditSchema,
  notes: notesSchema,
  worklist: worklistSchema,
  queues: queuesSchema,
  rules: shownRulesSchema,
  diagnostics: diagnosticsSchema,
});

export type AppState = z.infer<typeof appStateSchema>;
