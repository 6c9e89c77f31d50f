import fc from 'fast-check';

/** Where halves of pairs begin, which are no characters, and how many there are. */
const halves = { from: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as a unit of `fc.string`. fast-check's own, `unit: 'binary'`, has each process write down all 1.1 million of
 * them first: half a second and 85 MB (4.10.2; findings/fast-check-binary-unit-lists-unicode.sh).
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10_ff_ff - halves.count })
  .map((nth) => String.fromCodePoint(nth < halves.from ? nth : nth + halves.count), placeOf);

/** fast-check asks so of a text whether it is one, to make it simpler; what throws is none. */
function placeOf(text: unknown): number {
  const [character, ...others] = typeof text === 'string' ? text : [];
  const code = typeof character === 'string' && others.length === 0 ? character.codePointAt(0) : undefined;
  if (code === undefined || (code >= halves.from && code < halves.from + halves.count)) throw new Error('Not one character.');
  return code < halves.from ? code : code - halves.count;
}
