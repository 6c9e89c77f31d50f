import { polyphonic } from 'pinyin-pro';

/** So many ways of reading a name are tried; a name of many polyphones would have thousands. */
const READINGS = 24;

/**
 * How a Chinese name may be typed: its initials and its whole sound, in each of its readings (单 is dan, chan, and shan as a
 * surname), one a line. What is not Chinese in it stays as it is.
 */
export function nameReadings(name: string): string {
  const syllables = polyphonic(name, { toneType: 'none', type: 'array', v: true });
  const initials = combinations(syllables.map((readings) => [...new Set(readings.map((reading) => reading.slice(0, 1)))]));
  return [...initials, ...combinations(syllables)].join('\n').toLowerCase();
}

function combinations(parts: readonly (readonly string[])[]): readonly string[] {
  let all: readonly string[] = [''];
  for (const readings of parts) {
    all = readings.flatMap((reading) => all.map((begun) => begun + reading)).slice(0, READINGS);
  }
  return all;
}
