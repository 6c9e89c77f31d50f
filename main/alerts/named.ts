import type { ListenedAgent } from '../../contract/state.ts';
import { isolated } from '../../contract/direction.ts';
import { oneLine } from '../textFormats/oneLine.ts';
import { withoutUnwanted } from '../textFormats/unwanted.ts';
import type { AlertWords } from './words/en.ts';

/** Windows cuts a tray tooltip at 127 characters; a name must leave room for the sentence around it. */
const longest = 40;

/** The name of an agent as it stands in what alerts say: on one line, cut where it is long; empty when there is none. */
export function shownName({ workNo, name }: ListenedAgent): string {
  const line = oneLine(withoutUnwanted(name.slice(0, 1_000)), longest);
  return line === workNo ? '' : line;
}

/**
 * An agent as alerts call them: name and work number on one line, safe to show beside other words; the number alone when
 * there is no name.
 */
export function named(agent: ListenedAgent, words: AlertWords): string {
  const name = shownName(agent);
  return name === '' ? agent.workNo : words.numbered(isolated(name), agent.workNo);
}

/** A name from outside, of whatever, as it stands amid the words of an alert. */
export function shownInWords(name: string): string {
  return isolated(oneLine(withoutUnwanted(name.slice(0, 1_000)), longest));
}
