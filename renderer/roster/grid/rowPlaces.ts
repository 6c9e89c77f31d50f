/** An element of the document that shows an agent's row, and whose row it is. */
export interface RowPlace {
  /** React's key: the same element for as long as it stays the same. */
  readonly key: number;
  readonly workNo: string;
}

/**
 * The elements for the rows that are to be in the document, in order. A row that was there keeps its own. One that comes is shown in
 * the element of one that went: to change its words costs the browser a fraction of building it anew, and leaves less to collect. From
 * the same spot, or, for rows that come after all that stay, from before those: React moves these few to the end, where for rows that
 * come before it would move all the others. The document's order stays the rows' order, and `kept`'s element, which may hold the focus,
 * is given to nobody.
 */
export function nextPlaces(held: readonly RowPlace[], workNos: readonly string[], kept: string | null): readonly RowPlace[] {
  const spots = new Map(held.map(({ workNo }, spot) => [workNo, spot]));
  const wanted = new Set(workNos);
  const isFree = ({ workNo }: RowPlace): boolean => !wanted.has(workNo) && workNo !== kept;
  const stays = workNos.findLastIndex((workNo) => spots.has(workNo));
  let unused = held.reduce((most, { key }) => Math.max(most, key), -1) + 1;
  let from = 0;
  let passed: readonly RowPlace[] = [];
  return workNos.map((workNo, nth) => {
    const own = spots.get(workNo);
    const ownPlace = own === undefined ? undefined : held[own];
    if (own !== undefined && ownPlace !== undefined) {
      passed = [...passed, ...held.slice(from, own).filter(isFree)];
      from = Math.max(from, own + 1);
      return ownPlace;
    }
    const free = held[from];
    if (free !== undefined && isFree(free)) {
      from += 1;
      return { key: free.key, workNo };
    }
    const [moved, ...others] = passed;
    if (moved !== undefined && nth > stays) {
      passed = others;
      return { key: moved.key, workNo };
    }
    unused += 1;
    return { key: unused - 1, workNo };
  });
}

/** Remembers the places from one look to the next; the same rows twice get the same places. */
export function createRowPlaces(): (workNos: readonly string[], kept: string | null) => readonly RowPlace[] {
  let held: readonly RowPlace[] = [];
  return (workNos, kept) => {
    held = nextPlaces(held, workNos, kept);
    return held;
  };
}
