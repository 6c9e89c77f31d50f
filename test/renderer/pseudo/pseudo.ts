const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz').map((letter, index) => [
    letter,
    Array.from('ÅåƁÇçÐđÉéĞğĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž')[index] ?? letter,
  ]),
);

/** A phrase as an unknown language might write it: with accents, and 40 % longer. Its `{places}` stay. */
export function pseudoText(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text;
  const longer = Math.ceil(text.replace(/\{\w+\}/g, '').length * 0.4);
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : Array.from(part, (letter) => accents[letter] ?? letter).join('')))
    .join('');
  return `${accented}${' ëxţŕå ëxţŕå'.repeat(20).slice(0, longer).trimEnd()}`;
}

/** A catalogue in that language. */
export function pseudo<Words>(words: Words): Words;
export function pseudo(words: unknown): unknown {
  if (typeof words === 'string') return pseudoText(words);
  if (typeof words === 'function') {
    return (...values: unknown[]): unknown => pseudo(Reflect.apply(words, undefined, values));
  }
  if (Array.isArray(words)) return words.map((each) => pseudo<unknown>(each));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, key === 'locale' ? value : pseudo<unknown>(value)]));
}
