/**
 * Finds texts by parts of their words. As no part that is searched has a blank in it, it stands in a text where it stands in one of the
 * text's words; and of different words there are far fewer than words in all texts.
 */
export interface WordIndex {
  /** Takes a text in, plain and in lower case; its number, from 0. */
  add(text: string): number;
  /** Marks the texts in which a part of a word stands, by their numbers. */
  mark(part: string, marked: Uint8Array): void;
  /** How many texts were taken in. */
  size(): number;
}

export function createWordIndex(): WordIndex {
  /** The numbers of the texts with a word, in ascending order. */
  const texts = new Map<string, number[]>();
  let size = 0;

  return {
    add: (text) => {
      const number = size;
      size += 1;
      for (const word of wordsOf(text)) {
        const numbers = texts.get(word);
        if (numbers === undefined) texts.set(word, [number]);
        else if (numbers.at(-1) !== number) numbers.push(number);
      }
      return number;
    },
    mark: (part, marked) => {
      for (const [word, numbers] of texts) {
        if (!word.includes(part)) continue;
        for (const number of numbers) marked[number] = 1;
      }
    },
    size: () => size,
  };
}

/** The words of a text: what stands between blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
