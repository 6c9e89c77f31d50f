/** Work numbers by their value; what is no number stands last, by its text. */
export function compareWorkNos(a: string, b: string): number {
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== right) return left - right;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function numberOf(workNo: string): number {
  return /^\d{1,15}$/.test(workNo) ? Number(workNo) : Number.MAX_SAFE_INTEGER;
}

/** Gives texts their places in a language's order. */
export type TextRanks = (texts: Iterable<string>) => ReadonlyMap<string, number>;

/**
 * Ranks texts, sorting only when a text appears that it has not ranked yet: comparing in a language's order is slow,
 * and from one refresh to the next names and groups hardly change.
 */
export function createTextRanks(locale: string): TextRanks {
  const collator = new Intl.Collator([locale, 'zh-Hans'], { numeric: true });
  let ranks = new Map<string, number>();
  return (texts) => {
    const present = new Set(texts);
    const known = present.size * 2 > ranks.size && [...present].every((text) => ranks.has(text));
    if (!known) ranks = new Map([...present].sort(collator.compare).map((text, rank) => [text, rank]));
    return ranks;
  };
}
