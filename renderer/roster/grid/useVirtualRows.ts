import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useMemo, type RefObject } from 'react';
import type { RosterView } from '../../../contract/rosterView.ts';
import { readRowHeight } from './rowHeight.ts';

/** Rows kept ready above and below what is seen: more than a wheel's step moves in a frame. Each of them costs in every frame. */
const OVERSCAN = 3;

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** The first and last row in sight; null before the grid was measured. */
  readonly inSight: { readonly startIndex: number; readonly endIndex: number } | null;
  /** The height of all rows, seen or not. */
  readonly height: number;
  readonly rowHeight: number;
  /** Until a moment after the last step. */
  readonly scrolling: boolean;
  scrollTo(index: number): void;
}

/** The rows to mount: those in sight, and the one at `kept`, which may hold the focus. */
export function useVirtualRows(
  count: number,
  scroller: RefObject<HTMLDivElement | null>,
  kept: number,
  density: RosterView['density'],
): VirtualRows {
  const rowHeight = useMemo(() => readRowHeight(density), [density]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
      return [...indexes, kept].sort((a, b) => a - b);
    },
    [kept],
  );
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const getScrollElement = useCallback(() => scroller.current, [scroller]);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this room
  const virtualizer = useVirtualizer({
    count,
    getScrollElement,
    estimateSize,
    overscan: OVERSCAN,
    // No getItemKey: a new one has the places of all rows reckoned again at each render.
    rangeExtractor,
    // The headings stand in the same scroller, above the rows and over them.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  return {
    items: virtualizer.getVirtualItems(),
    inSight: virtualizer.range,
    height: count * rowHeight,
    rowHeight,
    scrolling: virtualizer.isScrolling,
    scrollTo: (index) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  };
}
