import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ScoreForm } from '../../contract/notes.ts';
import type { AuditFiles } from '../audit/files.ts';
import type { SecretBox } from '../ports/storage.ts';
import { monthFiles } from '../textFormats/monthFiles.ts';
import { lineOf, readEntry, type NoteEntry } from './entry.ts';

const months = monthFiles('notes');

/** What is being typed, line by line; emptied when it stands in a month's file. */
const drafts = 'drafts.jsonl';

const lineFeed = 0x0a;

/** Lines that are read before others have their turn. */
const linesATurn = 200;

/** All that the files hold. */
export interface Loaded {
  readonly forms: ReadonlyMap<string, ScoreForm>;
  readonly notes: readonly NoteEntry[];
  /** What was typed last in a run that ended before it stood in a month's file. */
  readonly drafts: readonly NoteEntry[];
  readonly damaged: number;
  readonly newer: number;
  readonly locked: number;
}

/** The notes on the disk. Every call may reject; one at a time. */
export interface NoteStore {
  load(): Promise<Loaded>;
  /** What is typed: on the disk when it settles. */
  draft(entry: NoteEntry, form: ScoreForm): Promise<void>;
  /** A note that stands: into the month's file. */
  append(entry: NoteEntry, form: ScoreForm): Promise<void>;
  /** All that was typed stands in a month's file. */
  clearDrafts(): Promise<void>;
  /** Removes the files of which all is older than `days` at the date `now`; whether there were any. */
  removeExpired(days: number, now: number): Promise<boolean>;
}

export interface StoreOptions {
  readonly files: AuditFiles;
  readonly box: SecretBox;
  /** Whether to encrypt, where that is possible. */
  encrypted(): boolean;
}

export function createNoteStore({ files, box, encrypted }: StoreOptions): NoteStore {
  let newest: string | null = null;
  /** Forms that stand in a file already, as `file key`. */
  const written = new Set<string>();
  /** Files whose last line was found without its end; what it holds stays. */
  const unended = new Set<string>();
  /** Files to which something could not be appended, or not whole. */
  const uncertain = new Set<string>();
  /** Lines among the drafts that cannot be read now. */
  let unread: readonly string[] = [];

  const boxNow = (): SecretBox | null => (encrypted() && box.available() ? box : null);

  async function append(file: string, text: string): Promise<void> {
    if (uncertain.has(file) && (await files.list()).includes(file)) await cutTorn(file, await files.read(file));
    uncertain.add(file);
    await files.append(file, `${unended.has(file) ? '\n' : ''}${text}`);
    uncertain.delete(file);
    unended.delete(file);
  }

  async function put(file: string, entry: NoteEntry, form: ScoreForm): Promise<void> {
    const key = `${file} ${entry.form}`;
    const formLine = written.has(key) ? '' : lineOf({ v: 1, kind: 'form', key: entry.form, form }, boxNow());
    await append(file, `${formLine}${lineOf(entry, boxNow())}`);
    written.add(key);
  }

  async function cutTorn(file: string, bytes: Uint8Array): Promise<void> {
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end < bytes.length) await files.cut(file, end);
  }

  return {
    load: async () => {
      const names = await files.list();
      const forms = new Map<string, ScoreForm>();
      const counts = { damaged: 0, newer: 0, locked: 0 };

      async function read(file: string, tornIsKept: boolean): Promise<{ notes: readonly NoteEntry[]; unread: readonly string[] }> {
        const notes: NoteEntry[] = [];
        const others: string[] = [];
        const bytes = await files.read(file);
        const lines = new TextDecoder().decode(bytes).split('\n');
        const last = lines.length - 1;
        for (const [index, line] of lines.entries()) {
          if (index % linesATurn === linesATurn - 1) await othersTurn();
          if (line === '') continue;
          const found = readEntry(line, box);
          if (index === last && found.kind === 'damaged' && !tornIsKept) {
            await cutTorn(file, bytes);
            break;
          }
          if (index === last) unended.add(file);
          if (found.kind !== 'entry') {
            counts[found.kind] += 1;
            others.push(line);
          } else if (found.entry.kind === 'form') {
            forms.set(found.entry.key, found.entry.form);
            written.add(`${file} ${found.entry.key}`);
          } else notes.push(found.entry);
        }
        return { notes, unread: others };
      }

      written.clear();
      const ordered = months.inOrder(names);
      newest = ordered.at(-1) ?? null;
      // What a crash tore off while it was typed was never said to be saved.
      const typed = names.includes(drafts) ? await read(drafts, false) : { notes: [], unread: [] };
      ({ unread } = typed);
      const notes: NoteEntry[] = [];
      for (const file of ordered) {
        // What a crash tore off of a month's file stands among the drafts.
        const found = await read(file, file !== newest || typed.notes.length === 0);
        for (const note of found.notes) notes.push(note);
      }
      return { forms, notes, drafts: typed.notes, ...counts };
    },
    draft: (entry, form) => put(drafts, entry, form),
    append: async (entry, form) => {
      newest = months.fileFor(Date.parse(entry.at), newest);
      await put(newest, entry, form);
    },
    clearDrafts: async () => {
      if (!(await files.list()).includes(drafts)) return;
      if (unread.length > 0) {
        if (newest === null) return;
        await append(newest, `${unread.join('\n')}\n`);
        unread = [];
      }
      await files.cut(drafts, 0);
      uncertain.delete(drafts);
      unended.delete(drafts);
      for (const key of written) if (key.startsWith(`${drafts} `)) written.delete(key);
    },
    removeExpired: async (days, now) => {
      const old = months
        .inOrder(await files.list())
        .slice(0, -1)
        .filter((name) => months.isExpired(name, days, now));
      for (const name of old) await files.remove(name);
      return old.length > 0;
    },
  };
}
