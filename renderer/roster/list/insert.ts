import type { RosterRow } from '../../../contract/roster.ts';
import type { CompareAgents } from './order.ts';

/**
 * An order after some of its agents changed: `touched` are taken out, `fresh` are put in where they belong. Sorting ten thousand
 * anew for each patch would cost more than a frame; this costs a pass and a search for each that changed.
 */
export function reordered(
  order: readonly RosterRow[],
  touched: ReadonlySet<string>,
  fresh: readonly RosterRow[],
  compare: CompareAgents,
): readonly RosterRow[] {
  const kept = order.filter((row) => !touched.has(row.workNo));
  if (fresh.length === 0) return kept;
  const sorted = [...fresh].sort(compare);
  if (kept.length === 0) return sorted;
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

/** Where a row belongs among sorted rows, looking from a place on. */
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
