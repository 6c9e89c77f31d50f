import { z } from 'zod';
import { agentStateSchema } from './agentState.ts';
import { pageAlertSchema, shownSchema, surfaceNameSchema } from './alerts.ts';
import { problemSchema } from './problem.ts';
import { shownSettingsSchema } from './settings.ts';

/** A point in time, milliseconds since 1970. */
const instant = z.number();

export const certificateSchema = z.strictObject({
  subject: z.string().max(1000),
  issuer: z.string().max(1000),
  validFrom: instant,
  validTo: instant,
  /** SHA-256 of the certificate: 32 upper-case hexadecimal pairs joined by colons. */
  fingerprint: z.string().max(95),
});

export type Certificate = z.infer<typeof certificateSchema>;

/** Why a certificate page is shown, and whether it may be trusted there at all. */
export const certificateQuestionSchema = z.discriminatedUnion('kind', [
  /** First seen and not trusted by this computer; the inspector may trust it. */
  z.strictObject({ kind: z.literal('unknown'), certificate: certificateSchema, why: z.string() }),
  /** Another one was trusted for this address before: a hard stop. */
  z.strictObject({ kind: z.literal('changed'), certificate: certificateSchema, trustedFingerprint: z.string() }),
  /** Expired, or not valid yet: never trusted. */
  z.strictObject({ kind: z.literal('notValid'), certificate: certificateSchema, why: z.string() }),
]);

export type CertificateQuestion = z.infer<typeof certificateQuestionSchema>;

/** Freshness of the contact with the gateway. */
export const connectionSchema = z.strictObject({
  kind: z.enum(['live', 'stale', 'offline']),
  /** Last answer that came from the gateway. */
  lastContact: instant,
  /** Why there is no contact, where known. */
  problem: problemSchema.nullable(),
});

export type Connection = z.infer<typeof connectionSchema>;

export const sessionSchema = z.discriminatedUnion('kind', [
  /** `problem`: why the last sign-in failed or the last session ended; null at a plain start or after a wished sign-out. */
  z.strictObject({ kind: z.literal('signedOut'), problem: problemSchema.nullable() }),
  /** A session that an earlier run left alive is being taken up again. */
  z.strictObject({ kind: z.literal('resuming'), agentId: z.string(), gateway: z.string() }),
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

export const listenedAgentSchema = z.strictObject({ workNo: z.string(), name: z.string() });

export type ListenedAgent = z.infer<typeof listenedAgentSchema>;

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

/** The listen, as far as the gateway said (design.md, "The listen machine"). `since`: when this step began. */
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

export const rosterStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('loading') }),
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

/** Earshot waits for an agent's next call. */
export const followSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  /** `since`: when it was armed. */
  z.strictObject({ kind: z.literal('armed'), ...agent }),
  /** The call has begun (`since`); `phase` is what the gateway tells of it. */
  z.strictObject({ kind: z.literal('asking'), ...agent, phase: z.enum(['talking', 'occupied']) }),
  /** The call has begun, and Earshot asked for the listen by itself. */
  z.strictObject({ kind: z.literal('calling'), ...agent, phase: z.enum(['talking', 'occupied']) }),
]);

export type Follow = z.infer<typeof followSchema>;

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

/** A thing to say once, put away by the inspector. */
export const noticeSchema = z.strictObject({ id: z.string(), sentence: z.string() });

export type Notice = z.infer<typeof noticeSchema>;

/** Everything the renderer shows, but for the roster's rows. Small, immutable, without secrets. */
export const appStateSchema = z.strictObject({
  version: z.string(),
  form: signInFormSchema,
  session: sessionSchema,
  roster: rosterStatusSchema,
  listen: listenSchema,
  phoneAlert: phoneAlertSchema,
  /** What the page itself is asked to show of the present alert; null: nothing. */
  pageAlert: pageAlertSchema.nullable(),
  /** Newest first; this session's. */
  missedRings: z.array(missedRingSchema).max(20).readonly(),
  follow: followSchema,
  testAlert: testAlertSchema,
  /** The last rings, newest first; null while nobody looks at them. */
  alertTimes: z.array(alertTimesSchema).max(20).readonly().nullable(),
  notices: z.array(noticeSchema),
  settings: shownSettingsSchema,
});

export type AppState = z.infer<typeof appStateSchema>;
