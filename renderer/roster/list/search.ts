import type { RosterRow } from '../../../contract/roster.ts';
import type { NameSounds } from './nameSounds.ts';

/** Nothing in it to take apart. */
const plain = /^[ -~]*$/;

/** Text as it is searched: case, width and accents do not matter. */
export function searchText(text: string): string {
  // The first key of a search has this done for every agent.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search; all of them must be found. */
export function searchTerms(query: string): readonly string[] {
  return searchText(query)
    .split(/\s+/)
    .filter((term) => term !== '');
}

/** Tells whether an agent's number, name or name's sound holds every term. */
export type Matcher = (row: RosterRow, terms: readonly string[]) => boolean;

const latin = /^[a-z']+$/;

/** A matcher that prepares each row's text once, for as long as the row lives. */
export function createMatcher(sounds: NameSounds): Matcher {
  const prepared = new WeakMap<RosterRow, string>();
  return (row, terms) => {
    let text = prepared.get(row);
    if (text === undefined) {
      text = searchText(`${row.workNo} ${row.name}`);
      prepared.set(row, text);
    }
    for (const term of terms) {
      if (!text.includes(term) && !(latin.test(term) && sounds.of(row.name).includes(term))) return false;
    }
    return true;
  };
}
