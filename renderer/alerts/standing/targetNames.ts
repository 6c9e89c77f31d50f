import type { StandingTarget, StandingTime } from '../../../contract/standing.ts';
import { isolated } from '../../../contract/direction.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import type { Words } from '../../i18n/Words.ts';

/** Of a long list so many are named. */
const named = 3;

/** Who is on the list, in a few words. */
export function targetsText(targets: readonly StandingTarget[], words: Words): string {
  const names = targets.slice(0, named).map((target) => targetText(target, words));
  const more = targets.length - names.length;
  return [...names, ...(more === 0 ? [] : [words.standing.more(more)])].join(words.listGap);
}

/** An agent or a group of the list. */
export function targetText(target: StandingTarget, { standing }: Words): string {
  if (target.kind === 'group') return fillPhrase(standing.group, { group: isolated(target.group) });
  const { workNo, name } = target.agent;
  return name === workNo || name === '' ? workNo : fillPhrase(standing.agent, { name: isolated(name), workNo });
}

/** A window's two times, as the language writes a time of day. */
export function windowText({ from, to }: Extract<StandingTime, { kind: 'window' }>, words: Words): string {
  return fillPhrase(words.standing.window, { from: minuteText(dateAt(from), words), to: minuteText(dateAt(to), words) });
}

/** The time of day of a date, to the minute. */
export function minuteText(date: Date | number, { locale }: Words): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
}

/** On any day. */
function dateAt(minutes: number): Date {
  return new Date(2000, 0, 1, 0, minutes);
}
