import type { ColumnLayout, RosterColumn, SortColumn } from '../../../contract/rosterView.ts';

/** The least width of a column in CSS pixels, and its share of what is left over. */
const tracks: Readonly<Record<SortColumn, { readonly least: number; readonly share: number }>> = {
  workNo: { least: 92, share: 0 },
  name: { least: 160, share: 2 },
  group: { least: 120, share: 1.8 },
  skills: { least: 140, share: 1.4 },
  state: { least: 128, share: 0.8 },
  timeInState: { least: 112, share: 0.5 },
  phone: { least: 72, share: 0.3 },
  listenable: { least: 160, share: 1.2 },
  inspectedBy: { least: 120, share: 0.8 },
};

const STAR_PX = 36;
const ACTION_PX = 92;
const LEAST_WIDTH = 48;
const MOST_WIDTH = 800;

export function clampWidth(width: number): number {
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
}

/** The arrangement after a shown column was moved to a place among the shown; hidden ones keep their places after them. */
export function moved(layout: ColumnLayout, shown: readonly RosterColumn[], column: RosterColumn, place: number): ColumnLayout {
  const without = shown.filter((each) => each !== column);
  const order = [...without.slice(0, place), column, ...without.slice(place)];
  return { ...layout, order: [...order, ...layout.order.filter((each) => !order.includes(each))] };
}

/** The columns shown, in order; those that a newer Earshot added stand at the end. */
export function shownColumns({ order, hidden }: ColumnLayout, all: readonly RosterColumn[]): readonly RosterColumn[] {
  const known = order.filter((column, index) => all.includes(column) && order.indexOf(column) === index);
  return [...known, ...all.filter((column) => !known.includes(column))].filter((column) => !hidden.includes(column));
}

/** The grid's columns as CSS, from the star to Listen, and the least room they need. */
export function gridTracks(
  columns: readonly RosterColumn[],
  widths: ColumnLayout['widths'],
): { readonly css: string; readonly least: number } {
  const all: readonly SortColumn[] = ['workNo', ...columns];
  const parts = all.map((column) => {
    const { least, share } = tracks[column];
    const width = widths[column];
    if (width !== undefined) return `${String(width)}px`;
    return share === 0 ? `${String(least)}px` : `minmax(${String(least)}px, ${String(share)}fr)`;
  });
  // When every column has a width of its own, Listen takes up what is left.
  const css = [`${String(STAR_PX)}px`, ...parts, `minmax(${String(ACTION_PX)}px, 0.2fr)`].join(' ');
  const least = all.reduce((sum, column) => sum + (widths[column] ?? tracks[column].least), STAR_PX + ACTION_PX);
  return { css, least };
}
