import type { RosterRow } from '../../../../contract/roster.ts';
import { folded } from './fold.ts';
import type { NameSounds } from './nameSounds.ts';
import { lettersOf, silent, spells } from './spelling.ts';

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

/** Whether a name has sounds that can be typed. */
export function isChinese(name: string): boolean {
  return chinese.test(name);
}

/** A matcher that looks at each row by itself, for a few of them; searchIndex.ts finds among all. */
export function createMatcher(sounds: NameSounds): Matcher {
  return ({ workNo, name }, terms) => {
    const text = `${folded(workNo)} ${folded(name)}`;
    return terms.every((term) => text.includes(term) || isSpelled(name, term));
  };

  function isSpelled(name: string, term: string): boolean {
    const letters = isChinese(name) ? lettersOf(term) : 0;
    const spelling = letters === 0 ? silent : sounds.of(name);
    return spelling !== silent && spells(spelling, term, letters);
  }
}
