/** How each character of a folded name may be typed, in the name's order: as itself, or by any of its sounds, whole or by their initials. */
export type Spelling = readonly (readonly string[])[];

/**
 * Whether folded text is how the name, from any of its characters on, may be typed: one form of each, of the last one its beginning
 * (张wei, zwei, zhw, zhangw for 张伟). What begins such a text does so too.
 */
export function spells(spelling: Spelling, typed: string): boolean {
  /** How much of the text may have been typed when the next character begins. */
  let typedBefore: readonly number[] = [0];
  for (const forms of spelling) {
    const typedAfter = [0];
    for (const done of typedBefore) {
      for (const form of forms) {
        if (form.charCodeAt(0) !== typed.charCodeAt(done)) continue;
        if (typed.length - done <= form.length) {
          if (form.startsWith(typed.slice(done))) return true;
        } else if (typed.startsWith(form, done) && !typedAfter.includes(done + form.length)) {
          typedAfter.push(done + form.length);
        }
      }
    }
    typedBefore = typedAfter;
  }
  return false;
}
