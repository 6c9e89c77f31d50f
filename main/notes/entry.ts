import { createHash } from 'node:crypto';
import { z } from 'zod';
import { noteIdSchema, noteTextSchema, scoreFormSchema, scoresSchema, type ScoreForm } from '../../contract/notes.ts';
import type { SecretBox } from '../ports/storage.ts';
import { jsonOf } from '../textFormats/json.ts';

/** What this Earshot writes; a higher one is from a newer Earshot. */
const version = 1;

const v = z.literal(version);
const formKey = z.string().regex(/^[0-9a-f]{16}$/);
const name = z.string().max(300);

/** A note as it was at one time: whole, so that each line stands for itself. */
const noteEntrySchema = z.strictObject({
  v,
  kind: z.literal('note'),
  id: noteIdSchema,
  /** 1, 2, 3 … for each note. */
  rev: z.int().min(1),
  at: z.iso.datetime(),
  /** Agent ID of who wrote it. */
  by: name,
  /** Work number of who was listened to. */
  agent: name,
  /** host:port. */
  gateway: name,
  /** As the audit trail has it. */
  started: z.iso.datetime(),
  /** Milliseconds. */
  heardFor: z.int().nonnegative().nullable(),
  /** Which form it was judged by. */
  form: formKey,
  scores: scoresSchema,
  text: noteTextSchema,
});

export type NoteEntry = z.infer<typeof noteEntrySchema>;

/** A form that notes after it, in the same file, were judged by. */
const formEntrySchema = z.strictObject({ v, kind: z.literal('form'), key: formKey, form: scoreFormSchema });

export type FormEntry = z.infer<typeof formEntrySchema>;

const sealedSchema = z.strictObject({ v, kind: z.literal('sealed'), sealed: z.string() });

const entrySchema = z.discriminatedUnion('kind', [noteEntrySchema, formEntrySchema]);

export type Entry = z.infer<typeof entrySchema>;

const newerSchema = z.looseObject({ v: z.int().min(version + 1) });

export type ReadEntry =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  /** Encrypted, and cannot be decrypted now. */
  | { readonly kind: 'locked' };

export function keyOf(form: ScoreForm): string {
  return createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16);
}

/** A line of a file, its line feed included; encrypted where `box` is given. */
export function lineOf(entry: Entry, box: SecretBox | null): string {
  const plain = JSON.stringify(entry);
  return box === null ? `${plain}\n` : `${JSON.stringify({ v: version, kind: 'sealed', sealed: box.seal(plain) })}\n`;
}

/** Reads a line without its line feed. */
export function readEntry(line: string, box: SecretBox): ReadEntry {
  const json = jsonOf(line);
  const sealed = sealedSchema.safeParse(json);
  if (!sealed.success) return readPlain(json);
  const plain = box.available() ? box.open(sealed.data.sealed) : null;
  return plain === null ? { kind: 'locked' } : readPlain(jsonOf(plain));
}

function readPlain(json: unknown): ReadEntry {
  const entry = entrySchema.safeParse(json);
  if (entry.success) return { kind: 'entry', entry: entry.data };
  return { kind: newerSchema.safeParse(json).success ? 'newer' : 'damaged' };
}
