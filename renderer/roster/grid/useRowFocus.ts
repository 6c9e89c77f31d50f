import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import { moveForKey } from './gridMoves.ts';

export interface RowFocus {
  onFocus(event: FocusEvent): void;
  onBlur(): void;
  /** Moves the focus where the key says; false when it is none of the grid's keys. */
  onKeyDown(event: KeyboardEvent): boolean;
  focusRow(index: number, cell?: number | null): void;
}

interface RowFocusOptions {
  readonly rows: readonly RosterRow[];
  readonly cells: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  readonly scrollTo: (index: number) => void;
  readonly focusHeader: () => void;
}

/** The agent that holds the grid's one tab stop. It follows the agent, not the place, while rows come, go and move. */
export interface ActiveRow {
  readonly workNo: string | null;
  readonly index: number;
  readonly setActive: (workNo: string) => void;
}

export function useActiveRow(rows: readonly RosterRow[]): ActiveRow {
  const [active, setActive] = useState<string | null>(null);
  const found = active === null ? -1 : rows.findIndex((row) => row.workNo === active);
  return { workNo: active, index: Math.max(0, found), setActive };
}

/** The focusable thing of a row: the row, or one of its cells, by its place from 0; a cell's button where it has one. */
function rowPart(scroller: HTMLElement, workNo: string, cell: number | null): HTMLElement | null {
  const row = scroller.querySelector<HTMLElement>(`[data-work-no="${CSS.escape(workNo)}"]`);
  if (row === null || cell === null) return row;
  const element = row.querySelector<HTMLElement>(`[aria-colindex="${String(cell + 1)}"]`);
  return element?.querySelector('button') ?? element;
}

function cellOf(target: EventTarget): number | null {
  const index = target instanceof Element ? target.closest('[aria-colindex]')?.getAttribute('aria-colindex') : null;
  return index === null || index === undefined ? null : Number(index) - 1;
}

/** Moves the focus among the rows by keyboard, though most of them are not in the document. */
export function useRowFocus(
  { index, setActive }: ActiveRow,
  { rows, cells, scroller, rowHeight, scrollTo, focusHeader }: RowFocusOptions,
): RowFocus {
  const wanted = useRef<{ readonly workNo: string; readonly cell: number | null } | null>(null);
  /** Where the focus is among the rows; kept when its row vanishes, which takes the focus without a word. */
  const within = useRef<{ readonly index: number; readonly workNo: string } | null>(null);

  function focusRow(next: number, cell: number | null = null): void {
    const row = rows[next];
    if (row === undefined) return;
    wanted.current = { workNo: row.workNo, cell };
    setActive(row.workNo);
    scrollTo(next);
    takeFocus();
  }

  function takeFocus(): void {
    const target = wanted.current;
    if (target === null || scroller.current === null) return;
    const element = rowPart(scroller.current, target.workNo, target.cell);
    if (element === null) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    // Sideways only: up and down is the virtual list's affair.
    if (target.cell !== null) element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  useLayoutEffect(() => {
    takeFocus();
    const last = within.current;
    if (last === null || document.activeElement !== document.body || rows.length === 0) return;
    if (rows.some((row) => row.workNo === last.workNo)) return;
    focusRow(Math.min(last.index, rows.length - 1));
  });

  return {
    focusRow,
    onKeyDown: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey) return false;
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
      const place = { index, count: rows.length, page, cell: cellOf(event.target), cells };
      const move = moveForKey(event.key, event.ctrlKey, place);
      if (move === null) return false;
      event.preventDefault();
      switch (move.to) {
        case 'header':
          focusHeader();
          return true;
        case 'row':
          focusRow(move.index);
          return true;
        case 'cell':
          focusRow(move.index, move.cell);
          return true;
      }
    },
    onFocus: (event) => {
      const row = event.target.closest<HTMLElement>('[data-work-no]');
      const workNo = row?.dataset['workNo'];
      if (workNo === undefined) return;
      within.current = { workNo, index: rows.findIndex((each) => each.workNo === workNo) };
      setActive(workNo);
    },
    onBlur: () => {
      within.current = null;
    },
  };
}
