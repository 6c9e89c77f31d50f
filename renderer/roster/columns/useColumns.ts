import { useMemo } from 'react';
import { rosterColumns, type RosterColumn, type RosterView, type SortColumn } from '../../../contract/rosterView.ts';
import { clampWidth, gridTracks, moved, shownColumns } from './columnTracks.ts';

/** The columns as arranged, and the ways to arrange them. */
export interface Columns {
  /** Those shown between Number and Listen, the same array until they change. */
  readonly shown: readonly RosterColumn[];
  readonly tracks: { readonly css: string; readonly least: number };
  sortOf(column: SortColumn): 'asc' | 'desc' | null;
  toggleSort(column: SortColumn): void;
  /** Gives a column a width in CSS pixels; null: its usual one. */
  setWidth(column: SortColumn, width: number | null): void;
  /** Moves a shown column to a place among the shown, from 0. */
  moveTo(column: RosterColumn, place: number): void;
}

export function useColumns({ columns: layout, sort }: RosterView, change: (part: Partial<RosterView>) => void): Columns {
  const shown = useMemo(() => shownColumns(layout, rosterColumns), [layout]);
  const tracks = useMemo(() => gridTracks(shown, layout.widths), [shown, layout.widths]);
  return useMemo(
    () => ({
      shown,
      tracks,
      sortOf: (column) => (sort.column === column ? (sort.descending ? 'desc' : 'asc') : null),
      toggleSort: (column) => {
        // Longest first is what one looks for; everything else begins with the first.
        const first = column === 'timeInState';
        change({ sort: { column, descending: sort.column === column ? !sort.descending : first } });
      },
      setWidth: (column, width) => {
        const others = Object.entries(layout.widths).filter(([other]) => other !== column);
        const own = width === null ? [] : [[column, clampWidth(width)] as const];
        const widths = Object.fromEntries<number>([...others, ...own]);
        change({ columns: { ...layout, widths } });
      },
      moveTo: (column, place) => {
        change({ columns: moved(layout, shown, column, place) });
      },
    }),
    [shown, tracks, layout, sort, change],
  );
}
