import type { RosterRow } from '../../../../contract/roster.ts';
import type { RosterChange } from '../../../bridge/rosterStore.ts';
import { folded } from './fold.ts';
import type { NameSounds } from './nameSounds.ts';
import { createMatcher, isChinese, type Matcher } from './search.ts';
import { lettersOf, silent, spells } from './spelling.ts';

/** The search over everybody: what a key finds is looked up at once in texts that hold a thousand agents each. */
export interface SearchIndex {
  readonly matches: Matcher;
  /** Works out how Chinese names sound, in moments that the page has to spare: a search is about to begin. */
  prepareSounds(): void;
  /** The roster changed; `rows` are the present ones. */
  take(change: RosterChange, rows: ReadonlyMap<string, RosterRow>): void;
}

export interface SearchIndexOptions {
  readonly sounds: NameSounds;
  /** Runs once the page has a moment. */
  readonly soon: (run: () => void) => void;
}

/** Some agents' numbers and names as they are searched, a line each. */
interface Chunk {
  readonly text: string;
  /** Where each line begins; the last number is where they end. */
  readonly starts: readonly number[];
  /** Whose each line is. */
  readonly numbers: readonly number[];
  /** By the places of their lines. */
  readonly chineseNames: ReadonlyMap<number, string>;
}

/** Agents prepared at a stretch: a millisecond or two. */
const STRETCH = 1_000;
/** So many who came or were renamed are matched one by one, before the index is built again. */
const MOST_OTHERS = 2_000;

/** Prepares everybody in the moments that the page has to spare, as the first key of a search has no time for it. */
export function createSearchIndex({ sounds, soon }: SearchIndexOptions): SearchIndex {
  const matchesOne = createMatcher(sounds);
  let chunks: Chunk[] = [];
  /** Of how many chunks the names' sounds were asked for. */
  let sounded = 0;
  let left: Iterator<RosterRow> | null = null;
  /** By work numbers: 1 where a line is theirs. Who has none is looked at by themselves. */
  let prepared = new Uint8Array(0);
  /** Whose line is missing or not theirs any more. */
  const others = new Set<string>();
  /** Whether a work number is not what it is as a number, as one that begins with a nought. */
  let odd = false;
  /** What was found last, and by what; 1 at the numbers of those. */
  let found = new WeakMap<readonly string[], Uint8Array>();
  let last: { readonly terms: readonly string[]; readonly marks: Uint8Array } | null = null;
  sounds.onReady(forgetFound);

  function forgetFound(): void {
    found = new WeakMap();
    last = null;
  }

  function begin(rows: ReadonlyMap<string, RosterRow>): void {
    chunks = [];
    sounded = 0;
    others.clear();
    prepared = new Uint8Array(0);
    odd = false;
    forgetFound();
    const waiting = left !== null;
    left = rows.values();
    if (!waiting) soon(prepare);
  }

  function prepare(): void {
    prepareSome();
    if (left !== null) soon(prepare);
  }

  function prepareSome(): void {
    const lines: string[] = [];
    const starts = [0];
    const numbers: number[] = [];
    const chineseNames = new Map<number, string>();
    let end = 0;
    while (left !== null && lines.length < STRETCH) {
      const next = left.next();
      if (next.done === true) {
        left = null;
      } else {
        const { workNo, name } = next.value;
        const number = numberOf(workNo);
        odd ||= number === null;
        if (number === null || others.has(workNo)) continue;
        const line = `${folded(workNo)} ${folded(name)}\n`;
        if (isChinese(name)) chineseNames.set(lines.length, name);
        end += line.length;
        lines.push(line);
        starts.push(end);
        numbers.push(number);
        if (number >= prepared.length) prepared = longer(prepared, number);
        prepared[number] = 1;
      }
    }
    if (lines.length > 0) chunks.push({ text: lines.join(''), starts, numbers, chineseNames });
  }

  function lookAtAlone(workNo: string): void {
    const number = numberOf(workNo);
    others.add(workNo);
    if (number === null) odd = true;
    else if (number < prepared.length) prepared[number] = 0;
  }

  function foundBy(terms: readonly string[]): Uint8Array {
    if (last?.terms === terms) return last.marks;
    while (left !== null) prepareSome();
    let marks = found.get(terms);
    if (marks === undefined) {
      marks = new Uint8Array(prepared.length);
      for (const chunk of chunks) findIn(chunk, terms, marks);
      found.set(terms, marks);
    }
    last = { terms, marks };
    return marks;
  }

  function findIn(chunk: Chunk, terms: readonly string[], marks: Uint8Array): void {
    const { text, starts, numbers, chineseNames } = chunk;
    const [first = '', ...rest] = [...terms].sort((one, other) => other.length - one.length);
    const take = (place: number): void => {
      const number = numbers[place];
      if (number !== undefined && rest.every((term) => isFound(chunk, place, term))) marks[number] = 1;
    };
    let place = 0;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, starts[place])) {
      while ((starts[place + 1] ?? Infinity) <= at) place += 1;
      take(place);
      place += 1;
    }
    if (lettersOf(first) === 0) return;
    for (const [spelled, name] of chineseNames) if (isSpelled(name, first)) take(spelled);
  }

  function isFound({ text, starts, chineseNames }: Chunk, place: number, term: string): boolean {
    if (text.slice(starts[place], starts[place + 1]).includes(term)) return true;
    const name = chineseNames.get(place);
    return name !== undefined && isSpelled(name, term);
  }

  function isSpelled(name: string, term: string): boolean {
    const letters = lettersOf(term);
    const spelling = letters === 0 ? silent : sounds.of(name);
    return spelling !== silent && spells(spelling, term, letters);
  }

  function soundOut(): void {
    const chunk = chunks[sounded];
    if (chunk === undefined) return;
    sounded += 1;
    for (const name of chunk.chineseNames.values()) sounds.of(name);
    soon(soundOut);
  }

  return {
    prepareSounds: soundOut,
    matches: (row, terms) => {
      const marks = foundBy(terms);
      const number = odd ? (numberOf(row.workNo) ?? -1) : Number(row.workNo);
      return prepared[number] === 1 ? marks[number] === 1 : matchesOne(row, terms);
    },
    take: (change, rows) => {
      if (change.kind === 'all') {
        begin(rows);
        return;
      }
      const before = new Map(change.before.map(({ workNo, name }) => [workNo, name]));
      for (const { workNo, name } of change.changed) if (before.get(workNo) !== name) lookAtAlone(workNo);
      if (others.size > MOST_OTHERS) begin(rows);
    },
  };
}

/** A work number as a number, if no other work number is the same one; null: there may be others. */
function numberOf(workNo: string): number | null {
  return /^[1-9]\d{0,5}$/.test(workNo) ? Number(workNo) : null;
}

/** The same marks, with room for a number: at most a megabyte. */
function longer(marks: Uint8Array<ArrayBuffer>, number: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(2 * marks.length, number + 1));
  next.set(marks);
  return next;
}
