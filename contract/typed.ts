/** What nobody sees and what comes along with pasted text: direction marks, zero-width blanks, soft hyphens, byte order marks. */
const marks = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Text without invisible marks, and with full-width letters, digits and punctuation as the plain ones that they stand for
 * (NFKC): a Chinese input method writes `２９１` and `：` for `291` and `:`. Not for passwords, in which every character is meant.
 */
export function plainCharacters(text: string): string {
  return text.replace(marks, '').normalize('NFKC');
}

/** What was typed or pasted into a field of one line, as it was meant. */
export function asTyped(text: string): string {
  return plainCharacters(text).trim();
}

/** A typed address, host or URL: the ideographic full stop is a dot, and what a word processor made of a hyphen is one. */
export function asTypedAddress(text: string): string {
  return asTyped(text)
    .replaceAll('。', '.')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll('\u2236', ':');
}

/** A typed agent ID or phone number: blanks in it only make it easier to read. */
export function asTypedNumber(text: string): string {
  return plainCharacters(text)
    .replace(/\s+/g, '')
    .replace(/[\p{Pd}\u2212]/gu, '-');
}
