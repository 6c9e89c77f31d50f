import { ageParts } from './duration.ts';
import type { Words } from './Words.ts';

/** An age in words, such as `14 s ago`. */
export function ageText(ms: number, words: Words): string {
  const { value, unit } = ageParts(ms);
  return words.age[unit](value);
}

/** Writes a moment of the application's (contract/instant.ts) as a time of day, by the page's own computer. */
export type TimeOfDay = (at: number) => string;

/** The time of day of a date, to the second. */
export function timeOfDayText(at: number, words: Words): string {
  return new Intl.DateTimeFormat(words.locale, { timeStyle: 'medium' }).format(at);
}

/** A date, written out. */
export function dayText(at: number, words: Words): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(date);
}

/** A date and time, written out; the place of a date that no calendar holds is left to its number. */
export function dateText(at: number, words: Words): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}
