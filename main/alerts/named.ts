import type { ListenedAgent } from '../../contract/state.ts';
import { isolated } from './direction.ts';
import type { AlertWords } from './words/en.ts';

// Control characters, halves of pairs, and the invisible ones that reorder what stands after them: names come from the gateway.
const invisible = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/** Windows cuts a tray tooltip at 127 characters; a name must leave room for the sentence around it. */
const longest = 40;

const segmenter = new Intl.Segmenter();

/** An agent as alerts call him: name and work number on one line, safe to show beside other words; the number alone when there is no name. */
export function named({ workNo, name }: ListenedAgent, words: AlertWords): string {
  const line = cut(name.slice(0, 1_000).replace(invisible, ' ').replace(/\s+/gu, ' ').trim());
  return line === '' || line === workNo ? workNo : words.numbered(isolated(line), workNo);
}

function cut(line: string): string {
  if (line.length <= longest) return line;
  let kept = '';
  for (const { segment } of segmenter.segment(line)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept}…`;
}
