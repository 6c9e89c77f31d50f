// Letters that Unicode takes for letters of their own, as those write them who have not got them on the keyboard; and forms of one letter.
const letters = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ı', 'i'],
  ['ə', 'e'],
  ['ɛ', 'e'],
  ['ɔ', 'o'],
  ['ɓ', 'b'],
  ['ɖ', 'd'],
  ['ɗ', 'd'],
  ['ƙ', 'k'],
  ['ƴ', 'y'],
  ['ς', 'σ'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
]);
const letter = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

// Blanks, punctuation and marks, the invisible ones too; and what Unicode takes for letters or symbols, though people write it as an
// apostrophe (U+02B9 to U+02C1, U+A78B, U+A78C), a middle dot (U+119E, U+2219, U+22C5, U+25CF, U+A78F), a blank (U+115F, U+1160, U+2800)
// or to stretch a word (U+0640).
const unspoken = /[^\p{L}\p{N}\p{S}]|[\p{Sk}\u02b9-\u02c1\u0640\u115f\u1160\u119e\u2219\u22c5\u25cf\u2800\ua78b\ua78c\ua78f]/gu;

const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Nothing in it to take apart or away: a number, most Chinese names. */
const plain = /^[0-9a-z\u4e00-\u9fff]*$/;
/** Nothing in it to take apart. */
const ascii = /^[ -~]*$/;
const unspokenAscii = /[^0-9a-z$+<=>|~]/g;

/**
 * Text as it is searched: letters, digits and symbols alone, as they stand on a keyboard. Case, width, accents, blanks, dots, apostrophes
 * and what nobody sees do not matter. Any piece of a text is, folded, a piece of the folded text.
 */
export function folded(text: string): string {
  // The first key of a search has this done for every agent.
  if (plain.test(text)) return text;
  if (ascii.test(text)) return text.toLowerCase().replace(unspokenAscii, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unspoken, '')
    .replace(letter, (found) => letters.get(found) ?? found)
    .replace(arabicDigit, (digit) => String(digit.charCodeAt(0) & 15));
}
