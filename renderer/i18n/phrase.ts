/** A piece of a phrase: plain text, or a place to fill in. */
export type PhrasePart = { readonly text: string } | { readonly place: string };

/** Cuts a phrase at its `{places}`. */
export function phraseParts(phrase: string): readonly PhrasePart[] {
  return phrase
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { place: part.slice(1, -1) } : { text: part }));
}

/** Fills a phrase's places, as plain text. A place without a value stays empty. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (_, place: string) => values[place] ?? '');
}
