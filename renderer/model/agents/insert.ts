import type { RosterRow } from '../../../contract/roster.ts';
import type { CompareAgents } from './tableOrder.ts';

/**
 * An order after some of its agents changed: `before` are taken out, each as the order knows it, `fresh` are put in where they belong.
 * Who of `before` is not in the order is passed over. Sorting ten thousand again for each patch would cost more than a frame; this costs
 * a search for each that changed, and copies of what stands between.
 */
export function reordered(
  order: readonly RosterRow[],
  before: readonly RosterRow[],
  fresh: readonly RosterRow[],
  compare: CompareAgents,
): readonly RosterRow[] {
  const places = before.map((row) => placeOf(row, order, 0, compare));
  const coming = new Map(fresh.map((row) => [row.workNo, row]));
  const kept = [...order];
  const leaving: number[] = [];
  for (const [nth, row] of before.entries()) {
    const place = places[nth] ?? -1;
    if (order[place] !== row) continue;
    const now = coming.get(row.workNo);
    // As nearly all of them, by number: where they stood.
    if (now !== undefined && compare(row, now) === 0) {
      kept[place] = now;
      coming.delete(row.workNo);
    } else {
      leaving.push(place);
    }
  }
  return merged(
    kept,
    leaving.sort((a, b) => a - b),
    [...coming.values()].sort(compare).map((row) => ({ row, place: placeOf(row, order, 0, compare) })),
  );
}

/** The rows without those at some places, rising, and with others, in order, each before the one that stands at its place now. */
function merged(
  rows: RosterRow[],
  leaving: readonly number[],
  coming: readonly { readonly row: RosterRow; readonly place: number }[],
): readonly RosterRow[] {
  if (leaving.length === 0 && coming.length === 0) return rows;
  const result = rows.slice(0, Math.min(leaving[0] ?? Infinity, coming[0]?.place ?? Infinity));
  let from = result.length;
  let left = 0;
  for (const { row, place } of coming) {
    from = copied(rows, from, place, result, leaving, left);
    while ((leaving[left] ?? Infinity) < place) left += 1;
    result.push(row);
  }
  copied(rows, from, rows.length, result, leaving, left);
  return result;
}

/** Copies what stays between two places; gives the second. `left`: the first of `leaving` that is not passed yet. */
function copied(
  rows: readonly RosterRow[],
  from: number,
  until: number,
  into: RosterRow[],
  leaving: readonly number[],
  left: number,
): number {
  let next = left;
  for (let place = from; place < until; place += 1) {
    if (leaving[next] === place) next += 1;
    else into.push(rows[place] as RosterRow);
  }
  return until;
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
