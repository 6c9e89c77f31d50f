import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Note, Notes, ScoreForm, Scores } from '../../contract/notes.ts';
import { oneAtATime } from '../platform/oneAtATime.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from '../results/codeOf.ts';
import { createBook, isBlank, isSame, type NoteBook } from './book.ts';
import { keyOf, type NoteEntry } from './entry.ts';
import type { NoteStore } from './store.ts';

export interface NoteDraftsOptions {
  readonly store: NoteStore;
  readonly log: Log;
  nameOf(workNo: string): string;
  onChange(): void;
}

/** A listen of which a note can be written. */
export interface NotedListen {
  readonly id: string;
  readonly agent: string;
  readonly gateway: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly inspector: string;
}

export interface Typed {
  readonly id: string;
  readonly text: string;
  readonly scores: Scores;
  /** Agent ID. */
  readonly by: string;
  /** What a new note is judged by; one that is there keeps its own. */
  readonly form: ScoreForm;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where notes are written: what is typed goes to the disk at once, and is a state of the note when typing rests. */
export interface NoteDrafts {
  shown(): Pick<Notes, 'writable' | 'damaged' | 'newer' | 'locked'>;
  /** Reads what is there. What was not changed for `days` at the date `now` goes; null: nothing does. Never rejects. */
  open(days: number, now: number | null): Promise<void>;
  begin(listen: NotedListen): void;
  /** How long the listen was heard; nothing is written where there is no note of it. */
  heard(id: string, heardFor: number | null, at: number): void;
  /** Settles when it is on the disk, or cannot be written. */
  save(typed: Typed): Promise<'saved' | 'unknown' | 'notWritten'>;
  read(id: string, form: ScoreForm): Promise<Note | null>;
  /** The notes, once they are read. */
  book(): Promise<NoteBook>;
  /** What was typed is written where it stays. Never rejects. */
  settle(): Promise<void>;
}

/** Notes that are taken in before others have their turn. */
const notesATurn = 200;

export function createNoteDrafts({ store, log, nameOf, onChange }: NoteDraftsOptions): NoteDrafts {
  let book = createBook(nameOf);
  let isLoaded = false;
  let counts = { damaged: 0, newer: 0, locked: 0 };
  let writable = true;
  /** Listens of this run that can be noted, and how long they were heard. */
  const listens = new Map<string, NotedListen & { readonly heardFor: number | null }>();
  /** Typed since it last rested: the state that is to be written. */
  const typing = new Map<string, NoteEntry>();
  const inTurn = oneAtATime();

  async function load(): Promise<void> {
    if (isLoaded) return;
    const loaded = await store.load();
    const filled = createBook(nameOf);
    for (const [key, form] of loaded.forms) filled.addForm(key, form);
    for (const [at, note] of loaded.notes.entries()) {
      if (at % notesATurn === notesATurn - 1) await othersTurn();
      filled.add(note);
    }
    book = filled;
    for (const draft of loaded.drafts) {
      const known = book.get(draft.id)?.revisions.find(({ rev }) => rev >= draft.rev);
      if (known === undefined || (known.rev === draft.rev && !isSame(known, draft))) typing.set(draft.id, draft);
      // What was typed before it is older than what stands.
      else typing.delete(draft.id);
    }
    counts = { damaged: loaded.damaged, newer: loaded.newer, locked: loaded.locked };
    isLoaded = true;
    onChange();
    await writeTyped();
  }

  /** A state that was written is the next one's predecessor; the drafts go when all of them stand. */
  async function writeTyped(): Promise<void> {
    for (const entry of [...typing.values()]) {
      await store.append(entry, book.formOf(entry));
      book.add(entry);
      typing.delete(entry.id);
    }
    await store.clearDrafts();
  }

  function say(now: boolean): void {
    if (now === writable) return;
    writable = now;
    onChange();
  }

  function fail(error: unknown): void {
    log.error('note not written', { why: codeOf(error) ?? 'unknown' });
    say(false);
  }

  async function settleNow(): Promise<void> {
    if (typing.size === 0) return;
    try {
      await load();
      await writeTyped();
      say(true);
    } catch (error) {
      fail(error);
    }
  }

  /** The state of a note as it would be written next; null: nobody knows of such a listen. */
  function entryOf({ id, text, scores, by, form, at }: Typed): NoteEntry | null {
    const before = book.get(id)?.latest;
    const listen = listens.get(id);
    if (before === undefined && listen === undefined) return null;
    const key = before?.form ?? keyOf(form);
    if (before === undefined) book.addForm(key, form);
    return {
      v: 1,
      kind: 'note',
      id,
      rev: (before?.rev ?? 0) + 1,
      at: new Date(at).toISOString(),
      by: by === '' ? (before?.by ?? listen?.inspector ?? '') : by,
      agent: before?.agent ?? listen?.agent ?? '',
      gateway: before?.gateway ?? listen?.gateway ?? '',
      started: before?.started ?? new Date(listen?.started ?? at).toISOString(),
      heardFor: listen === undefined ? (before?.heardFor ?? null) : listen.heardFor,
      form: key,
      scores,
      text,
    };
  }

  return {
    shown: () => ({ writable, ...counts }),
    open: (days, now) =>
      inTurn(async () => {
        await load();
        if (now === null || !(await store.removeExpired(days, now))) return;
        log.info('note files removed', { days });
        isLoaded = false;
        await load();
      }).catch((error: unknown) => {
        log.error('notes not read', { why: codeOf(error) ?? 'unknown' });
      }),
    begin: (listen) => {
      listens.set(listen.id, { ...listen, heardFor: null });
    },
    heard: (id, heardFor, at) => {
      const listen = listens.get(id);
      if (listen === undefined) return;
      listens.set(id, { ...listen, heardFor });
      void inTurn(async () => {
        const typed = typing.get(id);
        const latest = typed ?? book.get(id)?.latest;
        if (latest === undefined) return;
        // A state that stands already gets a successor that says the same, and how long it was heard.
        const entry = typed ?? { ...latest, rev: latest.rev + 1, at: new Date(at).toISOString() };
        typing.set(id, { ...entry, heardFor });
        await settleNow();
      });
    },
    save: (typed) =>
      inTurn(async () => {
        try {
          await load();
          const entry = entryOf(typed);
          if (entry === null) return 'unknown';
          const latest = typing.get(typed.id) ?? book.get(typed.id)?.latest;
          if (latest === undefined ? isBlank(entry) : isSame(entry, latest)) return 'saved';
          typing.set(entry.id, entry);
          await store.draft(entry, book.formOf(entry));
          say(true);
          return 'saved';
        } catch (error) {
          fail(error);
          return 'notWritten';
        }
      }),
    read: (id, form) =>
      inTurn(async () => {
        await load();
        await settleNow();
        const note = book.note(id);
        const listen = listens.get(id);
        if (note !== null || listen === undefined) return note;
        const { agent, started, heardFor } = listen;
        return {
          id,
          agent: { workNo: agent, name: nameOf(agent) },
          started,
          heardFor,
          form,
          text: '',
          scores: {},
          history: [],
          revisions: 0,
        };
      }),
    book: () =>
      inTurn(async () => {
        // What could not be decrypted may be readable by now.
        if (counts.locked > 0 && typing.size === 0) isLoaded = false;
        await load();
        await settleNow();
        return book;
      }),
    settle: () => inTurn(settleNow),
  };
}
