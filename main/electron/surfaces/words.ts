// Control characters, and the invisible ones that reorder what stands after them: names come from the gateway.
const invisible = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/** `text` on one line of at most `limit` characters, fit for a surface that Earshot does not draw itself. */
export function plainWords(text: string, limit: number): string {
  const line = text.replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
