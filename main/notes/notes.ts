import type { Notes } from '../../contract/notes.ts';
import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { Language } from '../../contract/language.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Listen } from '../../contract/state.ts';
import type { Listener } from '../audit/listenWatch.ts';
import type { AuditFiles } from '../audit/files.ts';
import { done, exportNotAllowed, fileAnswer, refuse } from '../results/commandAnswers.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SecretBox } from '../ports/storage.ts';
import { ownProblem } from '../results/ownProblem.ts';
import type { NoteBook } from './book.ts';
import { createNoteDrafts } from './drafts.ts';
import { exported } from './exported.ts';
import { readForm, type ReadForm } from './form.ts';
import { createNoteStore } from './store.ts';

export interface NotesOptions {
  readonly files: AuditFiles;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly log: Log;
  readFile(file: string): Uint8Array;
  /** The settings as they are now. */
  settings(): {
    readonly scorecardFile: string;
    readonly noteDays: number;
    readonly notesEncrypted: boolean;
    readonly exportAllowed: boolean;
  };
  /** The date, milliseconds since 1970, by which old notes go; null: it is not confirmed, and nothing goes. */
  date(): number | null;
  /** Agent ID of who is signed in; empty: nobody. */
  inspector(): string;
  nameOf(workNo: string): string;
  language(): Language;
  /** Gives the inspector a file. */
  save(name: string, text: string): Promise<SavedFile | null>;
  onChange(): void;
}

type NoteCommand = 'saveNote' | 'readNote' | 'findNotes' | 'closeNote' | 'exportNotes';

/** What the inspector notes of a listen, and how they judge it: kept on this computer, sent nowhere. */
export interface NotesService {
  shown(): Notes;
  /** Once the rest has started, and when the date came to be confirmed: reads what is there; what is too old goes. */
  open(): void;
  /** The listen as it is now; `started`: when the audit trail has it begin. */
  onListen(listen: Listen, listener: Listener, started: number | null): void;
  settingsChanged(): void;
  /** All notes, once they are read. May reject. */
  book(): Promise<NoteBook>;
  /** Settles when all that was typed stands in its file, or cannot be written now. Never rejects. */
  settled(): Promise<void>;
  readonly handlers: { readonly [Name in NoteCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> };
}

/** Milliseconds without typing, after which what was typed is a state of the note. */
const restsAfter = 10_000;

export function createNotes(options: NotesOptions): NotesService {
  const { clock, log } = options;
  let { scorecardFile } = options.settings();
  let read: ReadForm = readAnew();
  let open: Notes['open'] = null;
  let cancelRest: CancelTimer = () => undefined;
  const drafts = createNoteDrafts({
    store: createNoteStore({ files: options.files, box: options.box, encrypted: () => options.settings().notesEncrypted }),
    log,
    nameOf: options.nameOf,
    onChange: options.onChange,
  });

  function readAnew(): ReadForm {
    const now = readForm(scorecardFile, options.readFile);
    if (now.fault !== null) log.warn('scorecard form not used', { why: now.fault.why, line: now.fault.line, field: now.fault.field });
    return now;
  }

  function rest(): void {
    cancelRest();
    cancelRest = clock.after(restsAfter, () => void drafts.settle());
  }

  /** A listen that is heard has a note; its end is written to it. */
  function onListen(listen: Listen, { inspector, gateway }: Listener, started: number | null): void {
    if (listen.kind === 'idle' || started === null) return;
    const id = `${String(started)}-${listen.agent.workNo}`;
    if (listen.kind === 'listening' && open?.id !== id) {
      open = { id, agent: listen.agent, started, heardFor: null, listening: true };
      drafts.begin({ id, agent: listen.agent.workNo, gateway, started, inspector });
      options.onChange();
      return;
    }
    if (listen.kind !== 'ended' || open?.id !== id) return;
    const heardFor = listen.heardFor === null ? null : Math.max(0, Math.round(listen.heardFor));
    if (!open.listening && open.heardFor === heardFor) return;
    open = { ...open, heardFor, listening: false };
    drafts.heard(id, heardFor, clock.wall());
    rest();
    options.onChange();
  }

  return {
    shown: () => ({
      open,
      form: read.form,
      formFault: read.fault,
      encrypted: options.settings().notesEncrypted && options.box.available(),
      ...drafts.shown(),
    }),
    open: () => {
      void drafts.open(options.settings().noteDays, options.date());
    },
    onListen,
    settingsChanged: () => {
      if (scorecardFile === options.settings().scorecardFile) return;
      ({ scorecardFile } = options.settings());
      read = readAnew();
    },
    book: drafts.book,
    settled: async () => {
      cancelRest();
      await drafts.settle();
    },
    handlers: {
      saveNote: async ({ id, text, scores }) => {
        const saved = await drafts.save({ id, text, scores, by: options.inspector(), form: read.form, at: clock.wall() });
        rest();
        switch (saved) {
          case 'saved':
            return done;
          case 'unknown':
            return refuse(ownProblem('note-unknown'));
          case 'notWritten':
            return refuse(ownProblem('note-not-saved'));
        }
      },
      readNote: async ({ id }) => {
        const note = await drafts.read(id, read.form);
        return note === null ? refuse(ownProblem('note-unknown')) : { ok: true, note };
      },
      findNotes: async ({ query, skip }) => ({ ok: true, found: (await drafts.book()).find(query, skip) }),
      closeNote: () => {
        open = null;
        void drafts.settle();
        options.onChange();
        return done;
      },
      exportNotes: async ({ query, format }) => {
        if (!options.settings().exportAllowed) return refuse(exportNotAllowed);
        const book = await drafts.book();
        const text = exported(book.all(query), (entry) => book.formOf(entry), format, options.language());
        const day = new Date(clock.wall()).toISOString().slice(0, 10);
        return fileAnswer(await options.save(`earshot-notes-${day}.${format}`, text));
      },
    },
  };
}
