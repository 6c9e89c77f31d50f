import { z } from 'zod';

const judgedSchema = z.object({
  id: z.string().max(64),
  name: z.string().max(300),
  /** Left out by exports of before it was there. */
  kind: z.enum(['points', 'yesNo']).optional(),
  /** Null: not judged. */
  points: z.number().nullable(),
  most: z.number(),
});

/** What one criterion of a scorecard got, in a file of notes. */
export type JudgedCriterion = z.infer<typeof judgedSchema>;

/** The file that notes are saved as (JSON). What a newer Earshot adds is left out by who reads it. */
export const noteExportSchema = z.object({
  earshotNotes: z.literal(1),
  notes: z
    .array(
      z.object({
        started: z.iso.datetime(),
        agent: z.string().max(32),
        gateway: z.string().max(300),
        heardForMs: z.number().nullable(),
        /** Per cent; null: nothing was judged. */
        grade: z.number().nullable(),
        /** What the form is called. */
        form: z.string().max(300),
        /** Oldest first. */
        revisions: z
          .array(z.object({ at: z.iso.datetime(), by: z.string().max(300), text: z.string(), criteria: z.array(judgedSchema).max(100) }))
          .min(1),
      }),
    )
    .max(1_000_000),
});

export type NoteExport = z.infer<typeof noteExportSchema>;

export type ExportedNote = NoteExport['notes'][number];
