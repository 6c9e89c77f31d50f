/**
 * How many agents stand elsewhere than they would: those who came, those who left, and the fewest of the others that would
 * have to be moved to turn the one order into the other.
 */
export function movedCount(shown: readonly Agent[], live: readonly Agent[]): number {
  // What is alike at both ends need not be looked at; in an order by number that is nearly always all.
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
  return live.length - common.length + (shown.length - common.length) + (common.length - longestRise(common));
}

/** The length of the longest rising subsequence: what can stay where it is. */
function longestRise(numbers: readonly number[]): number {
  // tails[n]: the least number on which a rise of n + 1 ends.
  const tails: number[] = [];
  for (const number of numbers) {
    const last = tails[tails.length - 1];
    if (last === undefined || number > last) {
      tails.push(number);
      continue;
    }
    let low = 0;
    let high = tails.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tails[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    tails[low] = number;
  }
  return tails.length;
}
