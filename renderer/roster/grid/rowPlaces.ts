import { longestIncreasingSubsequence } from '../../model/agents/longestIncreasingSubsequence.ts';

/** An element of the document that shows an agent's row, and whose row it is. */
export interface RowPlace {
  /** React's key: the same element for as long as it stays the same. */
  readonly key: number;
  readonly workNo: string;
}

/**
 * The elements for the rows that are to be in the document, in the document's order. A row that was there keeps its own. One that comes
 * is shown in the element of one that went: to change its words costs the browser a fraction of building it again, and leaves less to
 * collect. The element of one of `kept`, which may hold the focus, is given to nobody.
 *
 * At rest the document's order is the rows' order: an element is passed on at its own spot alone.
 */
export function nextPlaces(held: readonly RowPlace[], workNos: readonly string[], kept: readonly string[]): readonly RowPlace[] {
  const { spots, isFree, fresh } = looked(held, workNos, kept);
  let from = 0;
  return workNos.map((workNo) => {
    const own = spots.get(workNo);
    const ownPlace = own === undefined ? undefined : held[own];
    if (own !== undefined && ownPlace !== undefined) {
      from = Math.max(from, own + 1);
      return ownPlace;
    }
    const free = held[from];
    if (free === undefined || !isFree(free)) return { key: fresh(), workNo };
    from += 1;
    return { key: free.key, workNo };
  });
}

/**
 * While one scrolls, any row takes any free element, and none is moved: moved, it would be built, laid out and painted as a new one, ten
 * in a frame. Until the next rest the document's order is not the rows' order.
 */
export function scrolledPlaces(held: readonly RowPlace[], workNos: readonly string[], kept: readonly string[]): readonly RowPlace[] {
  const { spots, isFree, fresh } = looked(held, workNos, kept);
  const coming = workNos.filter((workNo) => !spots.has(workNo));
  const stand = held.flatMap((place) => {
    if (!isFree(place)) return workNos.includes(place.workNo) ? [place] : [];
    const workNo = coming.shift();
    return workNo === undefined ? [] : [{ key: place.key, workNo }];
  });
  return [...stand, ...coming.map((workNo) => ({ key: fresh(), workNo }))];
}

/**
 * Back in the rows' order, as it comes to rest. Nothing is moved here either, least of all the element of the first of `kept`, which
 * would lose the focus: as many as stand in order stay, the others are built again.
 */
export function settledPlaces(held: readonly RowPlace[], workNos: readonly string[], kept: readonly string[]): readonly RowPlace[] {
  const { spots, fresh } = looked(held, workNos, kept);
  const standing = workNos.flatMap((workNo) => spots.get(workNo) ?? []);
  const stay = new Set(risingWith(standing, kept[0] === undefined ? undefined : spots.get(kept[0])));
  return workNos.map((workNo) => {
    const own = spots.get(workNo);
    const place = own === undefined || !stay.has(own) ? undefined : held[own];
    return place ?? { key: fresh(), workNo };
  });
}

/** Remembers the places from one render to the next; the same rows twice get the same places. `active`: the row of the one tab stop. */
export function createRowPlaces(): (workNos: readonly string[], active: string | null, scrolling: boolean) => readonly RowPlace[] {
  let held: readonly RowPlace[] = [];
  let inRowsOrder = true;
  let activeBefore: string | null = null;
  return (workNos, active, scrolling) => {
    const places = scrolling ? scrolledPlaces : inRowsOrder ? nextPlaces : settledPlaces;
    inRowsOrder = !scrolling;
    // When the tab stop goes to another row, the focus is still with the one before.
    held = places(
      held,
      workNos,
      [active, activeBefore].filter((each) => each !== null),
    );
    activeBefore = active;
    return held;
  };
}

function looked(held: readonly RowPlace[], workNos: readonly string[], kept: readonly string[]) {
  const wanted = new Set(workNos);
  let unused = held.reduce((most, { key }) => Math.max(most, key), -1);
  return {
    spots: new Map(held.map(({ workNo }, spot) => [workNo, spot])),
    isFree: ({ workNo }: RowPlace): boolean => !wanted.has(workNo) && !kept.includes(workNo),
    fresh: (): number => {
      unused += 1;
      return unused;
    },
  };
}

/** The longest part of a list that rises, `must` in it. */
function risingWith(list: readonly number[], must: number | undefined): readonly number[] {
  const at = must === undefined ? -1 : list.indexOf(must);
  if (must === undefined || at < 0) return longestIncreasingSubsequence(list);
  return longestIncreasingSubsequence(list.filter((each, nth) => (nth < at ? each < must : nth === at || each > must)));
}
