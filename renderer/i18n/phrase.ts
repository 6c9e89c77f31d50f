/** The names of the `{places}` in a text. */
type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | PlacesIn<Rest> : never;

declare const places: unique symbol;

/** A text of the catalogue with these places to fill in. */
export type Phrase<Place extends string = never> = string & { readonly [places]: { readonly place: Place } };

/**
 * Marks a text as a phrase, whose places the compiler reads from it: who fills it has to name them all, and another language can have no
 * others.
 */
export function phrase<const Text extends string>(text: Text): Phrase<PlacesIn<Text>> {
  // The mark is for the compiler alone.
  return text as string as Phrase<PlacesIn<Text>>;
}

/** A piece of a phrase: plain text, or a place to fill in. */
export type PhrasePart<Place extends string> = { readonly text: string } | { readonly place: Place };

/** Cuts a phrase at its `{places}`. */
export function phraseParts<Place extends string>(text: Phrase<Place>): readonly PhrasePart<Place>[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { place: part.slice(1, -1) as Place } : { text: part }));
}

/** Fills a phrase's places, as plain text. */
export function fillPhrase<Place extends string>(text: Phrase<Place>, values: Readonly<Record<NoInfer<Place>, string>>): string {
  return phraseParts(text)
    .map((part) => ('text' in part ? part.text : values[part.place]))
    .join('');
}

/** Several phrases as one; `join` keeps each as it is. */
export function joinPhrases<Place extends string>(
  parts: readonly Phrase<Place>[],
  join: (texts: readonly string[]) => string,
): Phrase<Place> {
  return join(parts) as Phrase<Place>;
}
