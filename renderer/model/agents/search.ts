import type { RosterRow } from '../../../contract/roster.ts';
import { folded } from './fold.ts';
import type { NameSounds } from './nameSounds.ts';
import { spells } from './spelling.ts';

// Between brackets stands something else; a name and a number that were copied together need not stand here in that order.
const between = /[\s\p{Ps}\p{Pe},，、;；:：/／|｜]+/u;

/** The words of a search, folded; all of them must be found. */
export function searchTerms(query: string): readonly string[] {
  return query
    .split(between)
    .map(folded)
    .filter((term) => term !== '');
}

/** Tells whether an agent's number, name or name's sound holds every term. Whoever it finds by a term, it finds by the term's beginning. */
export type Matcher = (row: RosterRow, terms: readonly string[]) => boolean;

const latin = /[a-z]/;

/** A matcher that prepares each row's text once, for as long as the row lives. */
export function createMatcher(sounds: NameSounds): Matcher {
  const prepared = new WeakMap<RosterRow, string>();
  return (row, terms) => {
    let text = prepared.get(row);
    if (text === undefined) {
      text = `${folded(row.workNo)} ${folded(row.name)}`;
      prepared.set(row, text);
    }
    for (const term of terms) {
      if (!text.includes(term) && !(latin.test(term) && spells(sounds.of(row.name), term))) return false;
    }
    return true;
  };
}
