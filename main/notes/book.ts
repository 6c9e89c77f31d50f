import { gradeOf } from '../../contract/grade.ts';
import { notesAPage, type FoundNotes, type Note, type NoteRow, type ScoreForm } from '../../contract/notes.ts';
import { plainCharacters } from '../../contract/typed.ts';
import { defaultForm } from './defaultForm.ts';
import type { NoteEntry } from './entry.ts';
import { createWordIndex, wordsOf } from './wordIndex.ts';

/** One note: its latest state, and those before. */
export interface BookNote {
  readonly latest: NoteEntry;
  /** Oldest first, the latest among them. */
  readonly revisions: readonly NoteEntry[];
}

/** All notes, in memory. */
export interface NoteBook {
  /** Takes in a line; one that was there before changes nothing. */
  add(entry: NoteEntry): void;
  addForm(key: string, form: ScoreForm): void;
  get(id: string): BookNote | undefined;
  /** A note with its history, for who opens it. */
  note(id: string): Note | null;
  /** The notes in which every word of the query stands: in their text, in the number or name of the agent or who wrote it. */
  find(query: string, skip: number): FoundNotes;
  /** The same, all of them. */
  all(query: string): readonly BookNote[];
  formOf(entry: NoteEntry): ScoreForm;
}

interface StoredNote {
  readonly note: BookNote;
  readonly started: number;
  /** Its text's number in the index; an earlier state has an earlier one. */
  readonly number: number;
}

/** `nameOf`: an agent's name as the roster has it; empty where it does not. */
export function createBook(nameOf: (workNo: string) => string): NoteBook {
  const notes = new Map<string, StoredNote>();
  const forms = new Map<string, ScoreForm>();
  const index = createWordIndex();
  /** The numbers of the texts about each agent who was noted. */
  const agents = new Map<string, number[]>();
  /** Agents' names as they are searched. */
  const plainNames = new Map<string, string>();
  /** By the listens' beginnings, oldest first; null: not in order at the moment. */
  let order: StoredNote[] | null = null;

  function formOf({ form }: NoteEntry): ScoreForm {
    return forms.get(form) ?? defaultForm;
  }

  function inOrder(): readonly StoredNote[] {
    order ??= [...notes.values()].filter(({ note }) => !isBlank(note.latest)).sort((one, other) => one.started - other.started);
    return order;
  }

  function plainNameOf(workNo: string): string {
    const name = nameOf(workNo);
    const known = plainNames.get(name) ?? plain(name);
    plainNames.set(name, known);
    return known;
  }

  /** What is typed now is the newest mostly: the others need not be put in order again. */
  function place(kept: StoredNote, before: StoredNote | undefined): void {
    const at = order === null || before === undefined ? -1 : order.lastIndexOf(before);
    const newest = order?.at(-1);
    if (order === null || isBlank(kept.note.latest)) order = null;
    else if (at >= 0) order[at] = kept;
    else if (newest === undefined || newest.started <= kept.started) order.push(kept);
    else order = null;
  }

  /** Null: every note. */
  function matching(query: string): ((kept: StoredNote) => boolean) | null {
    const words = [...new Set(wordsOf(plain(query)))];
    if (words.length === 0) return null;
    const found = words.map((word) => {
      const marked = new Uint8Array(index.size());
      index.mark(word, marked);
      for (const [agent, numbers] of agents) {
        if (plainNameOf(agent).includes(word)) for (const number of numbers) marked[number] = 1;
      }
      return marked;
    });
    return ({ number }) => found.every((marked) => marked[number] === 1);
  }

  function rowOf({ latest }: BookNote): NoteRow {
    return {
      id: latest.id,
      agent: { workNo: latest.agent, name: nameOf(latest.agent) },
      by: latest.by,
      started: Date.parse(latest.started),
      heardFor: latest.heardFor,
      grade: gradeOf(formOf(latest), latest.scores),
      excerpt: latest.text.slice(0, 160).replaceAll(/\s+/g, ' ').trim(),
    };
  }

  return {
    add: (entry) => {
      const before = notes.get(entry.id);
      const known = before?.note.revisions ?? [];
      const revisions = [...known.filter(({ rev }) => rev !== entry.rev), entry].sort((one, other) => one.rev - other.rev);
      const latest = revisions.at(-1) ?? entry;
      const number = index.add(plain(`${latest.agent} ${latest.by} ${latest.text}`));
      const about = agents.get(latest.agent);
      if (about === undefined) agents.set(latest.agent, [number]);
      else about.push(number);
      const kept = { note: { latest, revisions }, started: Date.parse(latest.started), number };
      notes.set(entry.id, kept);
      place(kept, before);
    },
    addForm: (key, form) => {
      forms.set(key, form);
    },
    get: (id) => notes.get(id)?.note,
    note: (id) => {
      const kept = notes.get(id);
      if (kept === undefined) return null;
      const { latest, revisions } = kept.note;
      const history = revisions.filter((each, index) => !isSame(each, revisions[index - 1])).toReversed();
      return {
        id,
        agent: { workNo: latest.agent, name: nameOf(latest.agent) },
        started: kept.started,
        heardFor: latest.heardFor,
        form: formOf(latest),
        text: latest.text,
        scores: latest.scores,
        history: history.slice(0, notesAPage).map(({ at, by, text, scores }) => ({ at: Date.parse(at), by, text, scores })),
        revisions: history.length,
      };
    },
    find: (query, skip) => {
      const matches = matching(query);
      const ordered = inOrder();
      if (matches === null) {
        const end = Math.max(0, ordered.length - skip);
        const page = ordered.slice(Math.max(0, end - notesAPage), end).toReversed();
        return { total: ordered.length, rows: page.map(({ note }) => rowOf(note)) };
      }
      const rows: NoteRow[] = [];
      let total = 0;
      for (let index = ordered.length - 1; index >= 0; index -= 1) {
        const kept = ordered[index];
        if (kept === undefined || !matches(kept)) continue;
        if (total >= skip && rows.length < notesAPage) rows.push(rowOf(kept.note));
        total += 1;
      }
      return { total, rows };
    },
    all: (query) =>
      inOrder()
        .filter(matching(query) ?? (() => true))
        .map(({ note }) => note),
    formOf,
  };
}

/** Whether two states of a note say the same. */
export function isSame(one: Pick<NoteEntry, 'text' | 'scores'>, other: Pick<NoteEntry, 'text' | 'scores'> | undefined): boolean {
  return other !== undefined && one.text === other.text && sorted(one.scores) === sorted(other.scores);
}

/** Nothing was written and nothing judged: no note, to people. */
export function isBlank({ text, scores }: Pick<NoteEntry, 'text' | 'scores'>): boolean {
  return text.trim() === '' && Object.keys(scores).length === 0;
}

function sorted(scores: NoteEntry['scores']): string {
  return JSON.stringify(Object.entries(scores).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function plain(text: string): string {
  return plainCharacters(text).toLowerCase();
}
