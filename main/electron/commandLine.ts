/**
 * Bytes of the words that are handed over to an Earshot that runs already. Chromium gives the other one 32 kB with the
 * working folder among them, and takes it for hung, and ends it, when more was sent (process_singleton_posix.cc).
 */
const mostHandedOver = 16 * 1024;

/** Bytes of one word; beyond it stands nothing that Earshot reads: its longest link is far shorter. */
const longestWord = 2 * 1024;

/** The words after the program's own, each cut, and as many as can be handed over; null: they are as short as they have to be. */
export function shortened(words: readonly string[]): readonly string[] | null {
  let left = mostHandedOver;
  const persisted = words.map(cutWord).filter((word) => {
    left -= Buffer.byteLength(word) + 1;
    return left >= 0;
  });
  const same = persisted.length === words.length && persisted.every((word, at) => word === words[at]);
  return same ? null : persisted;
}

function cutWord(word: string): string {
  if (Buffer.byteLength(word) <= longestWord) return word;
  // Four bytes are the most that a character has.
  return Array.from(word.slice(0, longestWord))
    .slice(0, longestWord / 4)
    .join('');
}
