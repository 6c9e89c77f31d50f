import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useState, type RefObject } from 'react';
import type { AgentTableRow } from './agentTable.ts';
import { readRowHeight } from './rowHeight.ts';

/** Rows kept ready above and below what is seen. */
const OVERSCAN = 8;

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** The height of all rows, seen or not. */
  readonly height: number;
  readonly rowHeight: number;
  scrollTo(index: number): void;
}

/** The rows to mount: those in sight, and the one at `kept`, which may hold the focus. */
export function useVirtualRows(rows: readonly AgentTableRow[], scroller: RefObject<HTMLDivElement | null>, kept: number): VirtualRows {
  const [rowHeight] = useState(readRowHeight);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
      return [...indexes, kept].sort((a, b) => a - b);
    },
    [kept],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes this room
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    rangeExtractor,
    // The headings stand in the same scroller, above the rows and over them.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  return {
    items: virtualizer.getVirtualItems(),
    height: rows.length * rowHeight,
    rowHeight,
    scrollTo: (index) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  };
}
