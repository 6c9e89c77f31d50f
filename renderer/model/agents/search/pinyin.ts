import { polyphonic } from 'pinyin-pro';
import { folded } from './fold.ts';
import { spellingOf, type Spelling } from './spelling.ts';

/** Surnames' readings that the library's dictionary lacks (Xiandai Hanyu Cidian). */
const surnames = new Map([
  ['费', 'bi'],
  ['黑', 'he'],
  ['会', 'gui'],
]);

const chinese = /\p{Script=Han}/u;

/**
 * Tells how a Chinese name may be typed, by each of its characters' readings: 单 is dan, chan, and shan as a surname. Any of them may be
 * meant at any place: how a name is read, only those know who bear it. What is not Chinese in it stays as it is.
 */
export function createNameSpelling(): (name: string) => Spelling {
  // Ten thousand names are made of some two thousand characters.
  const known = new Map<string, readonly string[]>();
  return (name) =>
    spellingOf(
      Array.from(folded(name), (character) => {
        const forms = known.get(character) ?? formsOf(character);
        known.set(character, forms);
        return forms;
      }),
    );
}

function formsOf(character: string): readonly string[] {
  if (!chinese.test(character)) return [character];
  const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
  const surname = surnames.get(character);
  const sounds = [...readings, ...(surname === undefined ? [] : [surname])].flatMap(spellingsOf);
  return [...new Set([character, ...sounds, ...sounds.flatMap(initialsOf)])];
}

/** 吕 is lv on a keyboard, lyu in a passport, and lu where neither is thought of. */
function spellingsOf(reading: string): readonly string[] {
  return reading.includes('v') ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading];
}

function initialsOf(reading: string): readonly string[] {
  return /^[zcs]h/.test(reading) ? [reading.slice(0, 1), reading.slice(0, 2)] : [reading.slice(0, 1)];
}
