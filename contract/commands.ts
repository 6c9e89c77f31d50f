import { z } from 'zod';
import { shownSchema, surfaceNameSchema } from './alerts.ts';
import { forceSchema } from './forcing.ts';
import { beginningModeSchema, modeSchema } from './inspection.ts';
import { foundNotesSchema, noteIdSchema, noteSchema, noteTextSchema, scoresSchema } from './notes.ts';
import { problemSchema } from './problem.ts';
import { rosterViewSchema } from './rosterView.ts';
import { savedFileSchema } from './savedFile.ts';
import { ruleSchema } from './rules.ts';
import { settingsSchema } from './settings.ts';
import { workNoSchema } from './workNo.ts';
import { standingPlanSchema } from './standing.ts';
import { statisticsBy, statisticsSchema } from './statistics.ts';
import { workPageSchema } from './worklist.ts';

const nothing = z.strictObject({});

/**
 * What the renderer may ask for, one entry a command: its payload's schema is the only one accepted, and channel, bridge, preload
 * script and the page's actions follow from the table (commandFunctions.ts). Who carries it out stands in main/app/handlers.ts.
 * Every command answers with a `commandAnswer`; what came of it shows in the state.
 */
export const commands = {
  /** Signs in; a certificate or take-over question shows in the state and waits there. */
  signIn: z.strictObject({
    gatewayAddress: z.string().max(300),
    agentId: z.string().max(32),
    password: z.string().max(32),
    phoneNumber: z.string().max(24),
    /** "Keep me signed in": the password is kept with the system's encryption, where that is allowed and possible. */
    keepSignedIn: z.boolean(),
    /** Taking over was asked for beforehand: a session elsewhere is ended without asking again. */
    takeOver: z.boolean(),
  }),
  /** Pins the certificate that the state shows, and goes on signing in. */
  trustCertificate: z.strictObject({ fingerprint: z.string().max(95) }),
  /** Takes a trusted certificate of a gateway back; a session that rests on it ends at once. */
  forgetCertificate: z.strictObject({ gateway: z.string().max(300), fingerprint: z.string().max(95) }),
  /** Trusts the changed certificate that the settings page shows for a gateway: in place of the inspector's others, or beside them. */
  replaceCertificate: z.strictObject({ gateway: z.string().max(300), fingerprint: z.string().max(95), keepOthers: z.boolean() }),
  /** Ends the other session of this agent ID and signs in here (`forcelogin`). */
  takeOver: nothing,
  /** Leaves a question, a sign-in or a resume that is under way. */
  cancelSignIn: nothing,
  signOut: nothing,
  /** Tries to reach the gateway at once instead of at the time that the state names. */
  tryNow: nothing,
  /** Asks the gateway for a listen; once for each command (`addsupervise`). */
  listen: z.strictObject({ workNo: workNoSchema }),
  /**
   * Begins an inspection in another way than listening (`requestwhisperagent`, `addinsert`); once for each command. `withoutCall`: the
   * inspector knows that an insert on an agent without a call opens a talk with the agent.
   */
  inspect: z.strictObject({ workNo: workNoSchema, mode: beginningModeSchema, withoutCall: z.boolean() }),
  /** Goes on in another mode (`requestswitchinsertwhisperagent`, `intercept`); one request for each command, none while one is under way. */
  changeMode: z.strictObject({ mode: modeSchema, withoutCall: z.boolean() }),
  /** Makes an agent do something (`forcebusy` and the like); one request for each command. What came of it shows in the state. */
  forceAgent: z.strictObject({ workNo: workNoSchema, force: forceSchema }),
  /** Puts the words about it away. */
  dismissForced: z.strictObject({ workNo: workNoSchema }),
  /** Ends the inspection, in whatever mode it is. */
  stopListening: nothing,
  /** The inspector's own word on a listen of which the gateway does not tell whether it is heard. */
  tellHearing: z.strictObject({ hears: z.boolean() }),
  /** Puts the words about the last listen away. */
  dismissListen: nothing,
  /** Makes the inspector idle (`sayfree`). */
  goIdle: nothing,
  /** Whether the roster is in view. In view: a snapshot or patch follows, then patches; out of view: nothing is sent, or fetched for it. */
  watchRoster: z.strictObject({ visible: z.boolean() }),
  /**
   * Which agents this page shows and cares for; each call replaces the last. While the roster is in view they are looked at more
   * closely, in this order: selected, in view, favourites. The selected agent's details follow on the roster's stream.
   */
  watchAgents: z.strictObject({
    selected: workNoSchema.nullable(),
    inView: z.array(workNoSchema).max(200),
    favourites: z.array(workNoSchema).max(1_000),
    /** Whether the page shows the skills' queues; left out: it does not. They are asked for while the roster is in view. */
    queues: z.boolean().optional(),
  }),
  /** How the roster is arranged, kept over restarts. Sent once a change has settled. */
  keepRosterView: z.strictObject({ view: rosterViewSchema }),
  /** The inspector's own choices; refused whole when the administrator set one of them. */
  changeSettings: z.strictObject({ settings: settingsSchema.partial() }),
  dismissNotice: z.strictObject({ id: z.string().max(64) }),
  /** Waits for the agent's next call; refused when they are on one now, and while the inspector is not idle. */
  followAgent: z.strictObject({ workNo: workNoSchema }),
  /**
   * Begins a standing listen, or changes the one that goes on: another length or number of listens then counts from now on. Whose call
   * goes on already is not asked about before the next one.
   */
  standingListen: z.strictObject({ plan: standingPlanSchema }),
  /** Pauses the standing listen, or lets it go on. */
  holdStanding: z.strictObject({ held: z.boolean() }),
  /** Ends what is followed, be it one agent or a standing listen. */
  unfollow: nothing,
  /** "Listen" to the question whether to listen to the followed agent. */
  listenFollowed: nothing,
  /** "Not now": goes on waiting for the call after this one. */
  skipFollowed: nothing,
  /** "Listen" to the question that a link asked. */
  listenLinked: nothing,
  /** Puts away what a link asked for: answered with no, or shown. */
  dismissLink: nothing,
  /** Picks the ringing phone up by software (`phonepickup`); with phone linkage only. */
  answerPhone: nothing,
  /** Puts a missed ring away; null: all of them. */
  dismissMissed: z.strictObject({ id: z.string().max(64).nullable() }),
  /** Goes through every surface one by one; the state tells what came of it. */
  testAlert: nothing,
  /** Shows toast and sound of a rule as it would when it came on; refused during a listen and while something is alerted of. */
  testRule: z.strictObject({ rule: ruleSchema }),
  /** Whether the times of the last rings are looked at. */
  watchAlertTimes: z.strictObject({ visible: z.boolean() }),
  /** Follows the audit trail's chain from its first entry to its last; the state tells what came of it. */
  checkAudit: nothing,
  /** A table (CSV) of the listens that began from `from` up to before `to`, milliseconds since 1970; the answer tells where it is. */
  exportAudit: z.strictObject({ from: z.number(), to: z.number() }),
  /** What is typed of a note, whole; the answer comes when it is on the disk. */
  saveNote: z.strictObject({ id: noteIdSchema, text: noteTextSchema, scores: scoresSchema }),
  /** A note with its history, in the answer. */
  readNote: z.strictObject({ id: noteIdSchema }),
  /** Notes in which all words stand, newest listen first, in the answer; `skip`: how many of them to leave out. */
  findNotes: z.strictObject({ query: z.string().max(200), skip: z.int().min(0).max(10_000_000) }),
  /** Puts the note of the last listen away; it stays among the notes. */
  closeNote: nothing,
  /** The notes that the words find, as a file. */
  exportNotes: z.strictObject({ query: z.string().max(200), format: z.enum(['csv', 'json']) }),
  /** The agents of the plan, who needs it most first, in the answer; `skip`: how many of them to leave out. */
  readWorklist: z.strictObject({ skip: z.int().min(0).max(1_000_000) }),
  /** Asks for a listen to one of those who are due and can be heard now, each as likely as any. */
  listenNext: nothing,
  /** What the inspector heard and graded, of listens that began from `from` up to before `to` (milliseconds since 1970), in the answer. */
  readStatistics: z.strictObject({ from: z.number(), to: z.number(), by: z.enum(statisticsBy) }),
  /** Tries the way to a gateway, the alerts and the storage; null: the gateway that is in use. The state tells what came of it. */
  runDiagnostics: z.strictObject({ gatewayAddress: z.string().max(300).nullable() }),
  stopDiagnostics: nothing,
  /** A file for support: diagnostics, settings, versions and the end of the log, without secrets; the answer tells where it is. */
  saveSupportFile: nothing,
  /** The page's report on a part of `pageAlert`, once for each change of that part. */
  alertShown: z.strictObject({ id: z.string().max(64), surface: surfaceNameSchema, shown: shownSchema }),
} as const;

export type CommandName = keyof typeof commands;

/** The table's names, in its order. */
export const commandNames = Object.keys(commands) as CommandName[];

/** What there is to know of a command without its schema. */
export interface CommandShape {
  readonly name: CommandName;
  readonly takesInput: boolean;
}

/** The table without its schemas. */
export const commandShapes: readonly CommandShape[] = commandNames.map((name) => ({ name, takesInput: commands[name] !== nothing }));

export type CommandInput<Name extends CommandName> = z.infer<(typeof commands)[Name]>;

export const commandAnswerSchema = z.discriminatedUnion('ok', [
  /** What was asked for: what became of a file, notes that were found, one note, agents of the plan, sums. */
  z.strictObject({
    ok: z.literal(true),
    file: savedFileSchema.optional(),
    found: foundNotesSchema.optional(),
    note: noteSchema.optional(),
    work: workPageSchema.optional(),
    statistics: statisticsSchema.optional(),
  }),
  z.strictObject({ ok: z.literal(false), problem: problemSchema }),
]);

export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
