/**
 * The longest part of a list that rises, in the list's order; of several the one that is complete first. Patience sorting: n log n, as
 * ten thousand agents may stand in another order than before.
 */
export function longestIncreasingSubsequence(numbers: readonly number[]): readonly number[] {
  // tails[n]: where the least number stands on which a rise of n + 1 ends. before[n]: where the one before the nth stands in its rise.
  const tails: number[] = [];
  let end = -1;
  const before = new Int32Array(numbers.length).fill(-1);
  const at = (place: number | undefined): number => numbers[place ?? -1] ?? Number.NEGATIVE_INFINITY;
  for (let nth = 0; nth < numbers.length; nth += 1) {
    const number = at(nth);
    let low = 0;
    let high = tails.length;
    // What rises already, as most of it does, needs no search.
    if (high > 0 && at(tails[high - 1]) < number) low = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(tails[middle]) < number) low = middle + 1;
      else high = middle;
    }
    before[nth] = tails[low - 1] ?? -1;
    if (low === tails.length) end = nth;
    tails[low] = nth;
  }
  const rising: number[] = [];
  for (let place = end; place >= 0; place = before[place] ?? -1) rising.push(at(place));
  return rising.reverse();
}
