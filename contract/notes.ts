import { z } from 'zod';
import { dateTime } from './instant.ts';
import { languages } from './language.ts';
import { listenedAgentSchema } from './listenedAgent.ts';

/** Characters of a note. */
export const longestNote = 10_000;

/** Notes that one answer holds. */
export const notesAPage = 50;

const shortText = z.string().trim().min(1).max(200);

/** Words of a form: the same in every language, or one text for each. */
const formWords = z.union([shortText, z.strictObject({ [languages[0]]: shortText, [languages[1]]: shortText })]);

export type FormWords = z.infer<typeof formWords>;

const criterionId = z.string().regex(/^[A-Za-z0-9-]{1,32}$/);

const points = z.int().min(0).max(100);

export const criterionSchema = z.discriminatedUnion('kind', [
  /** Given from 0 to `most` points. */
  z.strictObject({ kind: z.literal('points'), id: criterionId, name: formWords, most: points.min(1) }),
  /** Yes gives `points`; where it is `fatal`, no makes the whole grade 0. */
  z.strictObject({
    kind: z.literal('yesNo'),
    id: criterionId,
    name: formWords,
    points: points.default(1),
    fatal: z.boolean().default(false),
  }),
]);

export type Criterion = z.infer<typeof criterionSchema>;

/** What a scorecard asks for. */
export const scoreFormSchema = z.strictObject({
  title: formWords,
  criteria: z
    .array(criterionSchema)
    .min(1)
    .max(30)
    .superRefine((criteria, context) => {
      for (const [index, { id }] of criteria.entries()) {
        if (criteria.findIndex((each) => each.id === id) < index)
          context.addIssue({ code: 'custom', message: 'twice', path: [index, 'id'] });
      }
    }),
});

export type ScoreForm = z.infer<typeof scoreFormSchema>;

/** What was given, by the criteria's `id`; a criterion that is not there was not judged. */
export const scoresSchema = z.record(criterionId, z.union([points, z.boolean()])).refine((scores) => Object.keys(scores).length <= 30);

export type Scores = z.infer<typeof scoresSchema>;

/** `<when the listen began, ms since 1970>-<work number>`: by both the audit trail has the listen, too. */
export const noteIdSchema = z.string().regex(/^\d{1,16}-\d{1,6}$/);

export const noteTextSchema = z.string().max(longestNote);

const heard = z.int().nonnegative().nullable();

/** One state of a note that was written down. */
export const noteRevisionSchema = z.strictObject({
  at: dateTime,
  /** Agent ID of who wrote it. */
  by: z.string().max(300),
  text: noteTextSchema,
  scores: scoresSchema,
});

export type NoteRevision = z.infer<typeof noteRevisionSchema>;

/** A note as a whole. */
export const noteSchema = z.strictObject({
  id: noteIdSchema,
  /** `name`: as the roster has it now, else empty. */
  agent: listenedAgentSchema,
  started: dateTime,
  /** Milliseconds; null: not heard, nobody can tell, or it goes on. */
  heardFor: heard,
  /** The form by which it was judged. */
  form: scoreFormSchema,
  text: noteTextSchema,
  scores: scoresSchema,
  /** Newest first. */
  history: z.array(noteRevisionSchema).max(notesAPage),
  /** All there are; the oldest may be left out of `history`. */
  revisions: z.int(),
});

export type Note = z.infer<typeof noteSchema>;

/** A note in a list. */
export const noteRowSchema = z.strictObject({
  id: noteIdSchema,
  agent: listenedAgentSchema,
  by: z.string().max(300),
  started: dateTime,
  heardFor: heard,
  /** Per cent; null: nothing was judged. */
  grade: z.int().nullable(),
  /** How it begins. */
  excerpt: z.string().max(200),
});

export type NoteRow = z.infer<typeof noteRowSchema>;

/** What was found, newest listen first; `total`: of all pages. */
export const foundNotesSchema = z.strictObject({ total: z.int(), rows: z.array(noteRowSchema).max(notesAPage) });

export type FoundNotes = z.infer<typeof foundNotesSchema>;

/** Why the form of the administrator's file is not used. */
export const formFaultSchema = z.strictObject({
  why: z.enum(['notThere', 'noJson', 'missing', 'unknownName', 'twice', 'doesNotFit']),
  /** From 1; null: there is none. */
  line: z.int().nullable(),
  /** Such as `criteria.2.most`; empty: the whole. */
  field: z.string().max(200),
});

export type FormFault = z.infer<typeof formFaultSchema>;

/** The inspector's notes, as far as every page shows them. */
export const notesSchema = z.strictObject({
  /** The note of the listen that goes on or was last; null: none, or it was put away. */
  open: z
    .strictObject({ id: noteIdSchema, agent: listenedAgentSchema, started: dateTime, heardFor: heard, listening: z.boolean() })
    .nullable(),
  form: scoreFormSchema,
  formFault: formFaultSchema.nullable(),
  /** False while something that was typed cannot be written. */
  writable: z.boolean(),
  /** Whether what is written now is encrypted. */
  encrypted: z.boolean(),
  /** Lines that cannot be read, are from a newer Earshot, or cannot be decrypted; they stay in their files. */
  damaged: z.int(),
  newer: z.int(),
  locked: z.int(),
});

export type Notes = z.infer<typeof notesSchema>;
