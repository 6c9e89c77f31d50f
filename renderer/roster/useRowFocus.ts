import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { AgentTableRow } from './agentTable.ts';
import { moveForKey } from './gridMoves.ts';

type Part = 'row' | 'action';

export interface RowFocus {
  /** The row that the Tab key reaches. */
  readonly index: number;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
  focusRow(index: number): void;
}

interface RowFocusParts {
  readonly rows: readonly AgentTableRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: () => number;
  readonly scrollTo: (index: number) => void;
  readonly focusHeader: () => void;
}

/** Which agent holds the grid's one tab stop. It follows the agent, not the place, while rows come, go and move. */
export function useActiveRow(rows: readonly AgentTableRow[]): {
  readonly index: number;
  readonly setActive: (workNo: string) => void;
} {
  const [active, setActive] = useState<string | null>(null);
  const found = rows.findIndex((row) => row.id === active);
  return { index: Math.max(0, found), setActive };
}

function rowElement(scroller: HTMLElement, workNo: string): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-work-no="${CSS.escape(workNo)}"]`);
}

/** Moves the focus among the rows by keyboard, though most of them are not in the document. */
export function useRowFocus(
  { index, setActive }: ReturnType<typeof useActiveRow>,
  { rows, scroller, rowHeight, scrollTo, focusHeader }: RowFocusParts,
): RowFocus {
  const wanted = useRef<{ readonly workNo: string; readonly part: Part } | null>(null);
  /** Where the focus is among the rows; kept when its row vanishes, which takes the focus without a word. */
  const within = useRef<{ readonly index: number; readonly workNo: string } | null>(null);

  function focusRow(next: number, part: Part = 'row'): void {
    const row = rows[next];
    if (row === undefined) return;
    wanted.current = { workNo: row.id, part };
    setActive(row.id);
    scrollTo(next);
    takeFocus();
  }

  function takeFocus(): void {
    const target = wanted.current;
    if (target === null || scroller.current === null) return;
    const element = rowElement(scroller.current, target.workNo);
    if (element === null) return;
    wanted.current = null;
    const button = target.part === 'action' ? element.querySelector('button') : null;
    (button ?? element).focus({ preventScroll: true });
  }

  useLayoutEffect(() => {
    takeFocus();
    const last = within.current;
    if (last === null || document.activeElement !== document.body || rows.length === 0) return;
    if (rows.some((row) => row.id === last.workNo)) return;
    focusRow(Math.min(last.index, rows.length - 1));
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight()) - 2);
    const onAction = event.target instanceof HTMLButtonElement;
    const move = moveForKey(event.key, { index, count: rows.length, page, onAction });
    if (move === null) return;
    event.preventDefault();
    switch (move.to) {
      case 'header':
        focusHeader();
        return;
      case 'row':
      case 'action':
        focusRow(move.index, move.to);
        return;
    }
  }

  return {
    index,
    focusRow,
    onKeyDown,
    onFocus: (event) => {
      const row = event.target.closest<HTMLElement>('[data-work-no]');
      const workNo = row?.dataset['workNo'];
      if (workNo === undefined) return;
      within.current = { workNo, index: rows.findIndex((each) => each.id === workNo) };
      setActive(workNo);
    },
    onBlur: () => {
      within.current = null;
    },
  };
}
