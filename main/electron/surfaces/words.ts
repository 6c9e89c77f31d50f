// Control characters, and the invisible ones that reorder what stands after them: names come from the gateway.
const invisible = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

// Cuts between what a reader takes for characters, never within one.
const segmenter = new Intl.Segmenter();

/** `text` on one line of at most `limit` UTF-16 units, fit for a surface that Earshot does not draw itself. */
export function plainWords(text: string, limit: number): string {
  const line = text.replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  let kept = '';
  for (const { segment } of segmenter.segment(line.slice(0, limit))) {
    if (kept.length + segment.length >= limit) break;
    kept += segment;
  }
  return `${kept}…`;
}
