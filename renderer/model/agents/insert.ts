import type { RosterRow } from '../../../contract/roster.ts';
import type { CompareAgents } from './order.ts';

/**
 * An order after some of its agents changed: `before` are taken out, each as the order knows it, `fresh` are put in where they belong.
 * Who of `before` is not in the order is passed over. Sorting ten thousand anew for each patch would cost more than a frame; this costs
 * a search for each that changed, and a copy.
 */
export function reordered(
  order: readonly RosterRow[],
  before: readonly RosterRow[],
  fresh: readonly RosterRow[],
  compare: CompareAgents,
): readonly RosterRow[] {
  const gone = before.map((row) => placeOf(row, order, 0, compare)).filter((place, nth) => order[place] === before[nth]);
  const kept = without(order, gone);
  if (fresh.length === 0) return kept;
  const sorted = [...fresh].sort(compare);
  const result: RosterRow[] = [];
  let taken = 0;
  for (const row of sorted) {
    const place = placeOf(row, kept, taken, compare);
    for (; taken < place; taken += 1) result.push(kept[taken] as RosterRow);
    result.push(row);
  }
  for (; taken < kept.length; taken += 1) result.push(kept[taken] as RosterRow);
  return result;
}

function without(order: readonly RosterRow[], places: number[]): readonly RosterRow[] {
  if (places.length === 0) return order;
  const kept: RosterRow[] = [];
  let from = 0;
  for (const place of places.sort((a, b) => a - b)) {
    for (; from < place; from += 1) kept.push(order[from] as RosterRow);
    from = place + 1;
  }
  for (; from < order.length; from += 1) kept.push(order[from] as RosterRow);
  return kept;
}

/** Where a row stands, or belongs, among sorted rows, looking from a place on. */
function placeOf(row: RosterRow, rows: readonly RosterRow[], from: number, compare: CompareAgents): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other !== undefined && compare(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
