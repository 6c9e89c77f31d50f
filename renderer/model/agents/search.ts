import type { RosterRow } from '../../../contract/roster.ts';
import { folded } from './fold.ts';
import type { NameSounds } from './nameSounds.ts';
import { lettersOf, silent, spells, type Spelling } from './spelling.ts';

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

const chinese = /\p{Script=Han}/u;

/** What a row is searched by. */
interface Prepared {
  readonly text: string;
  /** How the name may be typed; null: not worked out yet. */
  spelling: Spelling | null;
}

/** A matcher that prepares each row once, for as long as the row lives. */
export function createMatcher(sounds: NameSounds): Matcher {
  const prepared = new WeakMap<RosterRow, Prepared>();
  return (row, terms) => {
    let ready = prepared.get(row);
    if (ready === undefined) {
      ready = { text: `${folded(row.workNo)} ${folded(row.name)}`, spelling: chinese.test(row.name) ? null : silent };
      prepared.set(row, ready);
    }
    for (const term of terms) {
      if (!ready.text.includes(term) && !isSpelled(row, ready, term)) return false;
    }
    return true;
  };

  function isSpelled({ name }: RosterRow, ready: Prepared, term: string): boolean {
    if (ready.spelling === silent) return false;
    const letters = lettersOf(term);
    if (letters === 0) return false;
    if (ready.spelling === null) {
      const found = sounds.of(name);
      if (found === silent) return false;
      ready.spelling = found;
    }
    return spells(ready.spelling, term, letters);
  }
}
