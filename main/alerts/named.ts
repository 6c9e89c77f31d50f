import type { ListenedAgent } from '../../contract/state.ts';
import { isolated } from './direction.ts';
import type { AlertWords } from './words/en.ts';

// Control characters, halves of pairs, and the invisible ones that reorder what stands after them: names come from the gateway.
const invisible = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/** Windows cuts a tray tooltip at 127 characters; a name must leave room for the sentence around it. */
const longest = 40;

const segmenter = new Intl.Segmenter();

/** The name of an agent as it stands in what alerts say: on one line, cut where it is long; empty when there is none. */
export function shownName({ workNo, name }: ListenedAgent): string {
  const line = cut(name.slice(0, 1_000).replace(invisible, ' ').replace(/\s+/gu, ' ').trim());
  return line === workNo ? '' : line;
}

/** An agent as alerts call him: name and work number on one line, safe to show beside other words; the number alone when there is no name. */
export function named(agent: ListenedAgent, words: AlertWords): string {
  const name = shownName(agent);
  return name === '' ? agent.workNo : words.numbered(isolated(name), agent.workNo);
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
