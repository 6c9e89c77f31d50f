/** The blocks of the scripts that are written from right to left (Unicode's DerivedBidiClass, R and AL; JavaScript cannot ask for them). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What begins and ends text that has a direction of its own (Unicode Bidirectional Algorithm, FSI and PDI). */
export const isolateBegin = '\u2068';
export const isolateEnd = '\u2069';

/**
 * Text as it stands amid words that are read from left to right: by its own direction, turning nothing around it. Text without letters from
 * right to left stays as it is: not every surface has a font in which the marks are invisible.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `${isolateBegin}${text}${isolateEnd}` : text;
}
