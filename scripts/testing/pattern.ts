/** Words as a pattern that Vitest and Playwright look for in full titles, whatever the case: any of them. Undefined: everything. */
export function titlePattern(titles: readonly string[]): string | undefined {
  if (titles.length === 0) return undefined;
  return titles.map((title) => Array.from(title, inAnyCase).join('')).join('|');
}

function inAnyCase(character: string): string {
  const [low, high] = [character.toLowerCase(), character.toUpperCase()];
  return low === high || low.length > 1 || high.length > 1 ? literally(character) : `[${low}${high}]`;
}

/** A pattern that matches just this text. */
export function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
