import type { RosterRow } from '../../contract/roster.ts';

/** Text as it is searched: case, width and accents do not matter. */
export function searchText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search; all of them must be found. */
export function searchTerms(query: string): readonly string[] {
  return searchText(query)
    .split(/\s+/)
    .filter((term) => term !== '');
}

/** Tells whether an agent's number or name holds every term. */
export type Matcher = (row: RosterRow, terms: readonly string[]) => boolean;

/** A matcher that prepares each row's text once, for as long as the row lives. */
export function createMatcher(): Matcher {
  const prepared = new WeakMap<RosterRow, string>();
  return (row, terms) => {
    let text = prepared.get(row);
    if (text === undefined) {
      text = searchText(`${row.workNo} ${row.name}`);
      prepared.set(row, text);
    }
    const whole = text;
    return terms.every((term) => whole.includes(term));
  };
}
