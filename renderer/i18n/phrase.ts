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
  return phraseParts(phrase)
    .map((part) => ('text' in part ? part.text : (values[part.place] ?? '')))
    .join('');
}

/** Wraps foreign text in Unicode isolates, so that its direction cannot disturb the words around it where no markup can. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
