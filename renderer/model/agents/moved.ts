import { longestIncreasingSubsequence } from './longestIncreasingSubsequence.ts';

/**
 * How many agents stand elsewhere than they would: those who came, those who left, and the fewest of the others that would
 * have to be moved to turn the one order into the other.
 */
export function movedCount(shown: readonly Agent[], live: readonly Agent[]): number {
  // What is equal at both ends is skipped; in an order by number that is nearly always all.
  const most = Math.min(shown.length, live.length);
  let front = 0;
  while (front < most && shown[front]?.workNo === live[front]?.workNo) front += 1;
  let back = 0;
  while (back < most - front && shown.at(-1 - back)?.workNo === live.at(-1 - back)?.workNo) back += 1;
  return movedAmong(shown.slice(front, shown.length - back), live.slice(front, live.length - back));
}

interface Agent {
  readonly workNo: string;
}

function movedAmong(shown: readonly Agent[], live: readonly Agent[]): number {
  const places = new Map(shown.map(({ workNo }, place) => [workNo, place]));
  const common: number[] = [];
  for (const { workNo } of live) {
    const place = places.get(workNo);
    if (place !== undefined) common.push(place);
  }
  return live.length - common.length + (shown.length - common.length) + (common.length - longestIncreasingSubsequence(common).length);
}
