import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterChange } from '../../bridge/rosterStore.ts';
import { folded } from './fold.ts';
import type { NameSounds } from './nameSounds.ts';
import { createMatcher, isChinese, type Matcher } from './search.ts';
import { lettersOf, silent, spells } from './spelling.ts';

/** The search over everybody: what a key finds is looked up at once in texts that hold a thousand agents each. */
export interface SearchIndex {
  readonly matches: Matcher;
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
  readonly workNos: readonly string[];
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
  let left: Iterator<RosterRow> | null = null;
  /** Whose line is missing or not theirs any more. */
  const others = new Set<string>();
  let found = new WeakMap<readonly string[], ReadonlySet<string>>();
  sounds.onReady(() => {
    found = new WeakMap();
  });

  function begin(rows: ReadonlyMap<string, RosterRow>): void {
    chunks = [];
    others.clear();
    found = new WeakMap();
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
    const workNos: string[] = [];
    const chineseNames = new Map<number, string>();
    let end = 0;
    while (left !== null && workNos.length < STRETCH) {
      const next = left.next();
      if (next.done === true) {
        left = null;
      } else {
        const { workNo, name } = next.value;
        const line = `${folded(workNo)} ${folded(name)}\n`;
        if (isChinese(name)) chineseNames.set(workNos.length, name);
        end += line.length;
        lines.push(line);
        starts.push(end);
        workNos.push(workNo);
      }
    }
    if (workNos.length > 0) chunks.push({ text: lines.join(''), starts, workNos, chineseNames });
  }

  function foundBy(terms: readonly string[]): ReadonlySet<string> {
    const known = found.get(terms);
    if (known !== undefined) return known;
    while (left !== null) prepareSome();
    const all = new Set<string>();
    for (const chunk of chunks) findIn(chunk, terms, all);
    found.set(terms, all);
    return all;
  }

  function findIn(chunk: Chunk, terms: readonly string[], all: Set<string>): void {
    const { text, starts, workNos, chineseNames } = chunk;
    const [first = '', ...rest] = [...terms].sort((one, other) => other.length - one.length);
    const take = (place: number): void => {
      const workNo = workNos[place];
      if (workNo !== undefined && rest.every((term) => isFound(chunk, place, term))) all.add(workNo);
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

  return {
    matches: (row, terms) => (others.has(row.workNo) ? matchesOne(row, terms) : foundBy(terms).has(row.workNo)),
    take: (change, rows) => {
      if (change.kind === 'all') {
        begin(rows);
        return;
      }
      const before = new Map(change.before.map(({ workNo, name }) => [workNo, name]));
      for (const { workNo, name } of change.changed) if (before.get(workNo) !== name) others.add(workNo);
      if (others.size > MOST_OTHERS) begin(rows);
    },
  };
}
