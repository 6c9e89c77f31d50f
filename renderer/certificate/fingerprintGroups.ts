const PAIRS_IN_GROUP = 4;

/** Cuts a colon-separated fingerprint into groups that an eye can hold; joined, they are the fingerprint again. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  const pairs = fingerprint.split(/(?<=:)/);
  const groups: string[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_IN_GROUP) {
    groups.push(pairs.slice(start, start + PAIRS_IN_GROUP).join(''));
  }
  return groups;
}
