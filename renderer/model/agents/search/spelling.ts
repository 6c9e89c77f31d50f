/** How a folded name may be typed. */
export interface Spelling {
  /** Of each of its characters, in the name's order: itself, and any of its sounds, whole or by their initials. */
  readonly forms: readonly (readonly string[])[];
  /** The Latin letters of all forms, a bit each: most names are told by them alone. */
  readonly letters: number;
}

/** Nothing that could be typed. */
export const silent: Spelling = { forms: [], letters: 0 };

/** The spelling of a name with these forms. */
export function spellingOf(forms: Spelling['forms']): Spelling {
  return { forms, letters: forms.reduce((all, each) => each.reduce((some, form) => some | lettersOf(form), all), 0) };
}

/** The Latin letters of a folded text, a bit each. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

/**
 * Whether folded text is how the name, from any of its characters on, may be typed: one form of each, of the last one its beginning
 * (张wei, zwei, zhw, zhangw for 张伟). What begins such a text does so too. `letters`: those of the text.
 */
export function spells({ forms, letters: all }: Spelling, typed: string, letters: number): boolean {
  if ((all & letters) !== letters) return false;
  for (let from = 0; from < forms.length; from += 1) {
    if (isTyped(forms, from, typed, 0)) return true;
  }
  return false;
}

/** The same of what was typed from `done` on, for the name from one character on. With every key thousands of names are asked: nothing is allocated. */
function isTyped(spelling: Spelling['forms'], at: number, typed: string, done: number): boolean {
  const forms = spelling[at];
  if (forms === undefined) return false;
  const left = typed.length - done;
  for (const form of forms) {
    if (form.charCodeAt(0) !== typed.charCodeAt(done)) continue;
    if (left <= form.length) {
      if (form.startsWith(typed.slice(done))) return true;
    } else if (typed.startsWith(form, done) && isTyped(spelling, at + 1, typed, done + form.length)) {
      return true;
    }
  }
  return false;
}
