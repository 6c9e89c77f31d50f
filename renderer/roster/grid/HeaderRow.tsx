import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useState, type DragEvent, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import type { RosterColumn, SortColumn } from '../../../contract/rosterView.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { unlessComposing } from '../../keys/composing.ts';
import type { Columns } from '../columns/useColumns.ts';
import './headings.css';

interface HeaderRowProps {
  readonly columns: Columns;
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onDown: () => void;
  readonly onSay: (words: string) => void;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;
const STEP_PX = 16;

/**
 * The headings: each sorts, can be dragged elsewhere and made wider. One tab stop; arrows go between them, with Ctrl they move the
 * column, with Shift they change its width.
 */
export function HeaderRow({ columns, ref, onDown, onSay }: HeaderRowProps): ReactElement {
  const words = useWords();
  const [active, setActive] = useState<SortColumn>('workNo');
  const all: readonly SortColumn[] = ['workNo', ...columns.shown];
  const tabStop = all.includes(active) ? active : 'workNo';

  function move(column: SortColumn, step: number): void {
    const place = columns.shown.findIndex((each) => each === column) + step;
    if (column === 'workNo' || place < 0 || place >= columns.shown.length) return;
    columns.moveTo(column, place);
    onSay(words.columns.movedTo(words.roster[column], place + 2, all.length));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const heading = (column: SortColumn): HTMLElement | null => event.currentTarget.querySelector<HTMLElement>(`[data-column="${column}"]`);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'ArrowDown') onDown();
    else if (step === 0) return;
    else if (event.ctrlKey) move(active, step);
    else if (event.shiftKey) columns.setWidth(active, (heading(active)?.parentElement?.offsetWidth ?? 0) + step * STEP_PX);
    else {
      const next = all[all.indexOf(tabStop) + step];
      if (next !== undefined) heading(next)?.focus();
    }
    event.preventDefault();
  }

  return (
    <div role="rowgroup" className="agents__head" ref={ref} onKeyDown={unlessComposing(onKeyDown)}>
      <div role="row" aria-rowindex={1} className="agents__row agents__row--head">
        <div role="columnheader" aria-colindex={1} className="agents__cell agents__pinned agents__cell--star">
          <span className="only-spoken">{words.roster.star}</span>
        </div>
        {all.map((column, place) => (
          <Heading key={column} column={column} place={place} columns={columns} tabStop={column === tabStop} onActive={setActive} />
        ))}
        <div role="columnheader" aria-colindex={all.length + 2} className="agents__cell agents__pinned agents__cell--action">
          <span className="only-spoken">{words.roster.action}</span>
        </div>
      </div>
    </div>
  );
}

interface HeadingProps {
  readonly column: SortColumn;
  readonly place: number;
  readonly columns: Columns;
  readonly tabStop: boolean;
  readonly onActive: (column: SortColumn) => void;
}

const dragType = 'application/x-earshot-column';

/** Stays as it is while the agents change. */
const Heading = memo(function Heading({ column, place, columns, tabStop, onActive }: HeadingProps): ReactElement {
  const words = useWords();
  const sort = columns.sortOf(column);
  const movable = column !== 'workNo';

  function onDrop(event: DragEvent): void {
    const dragged = columns.shown.find((each): each is RosterColumn => each === event.dataTransfer.getData(dragType));
    if (dragged === undefined) return;
    event.preventDefault();
    columns.moveTo(dragged, Math.max(0, place - 1));
  }

  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sort === null ? 'none' : ariaSort[sort]}
      className={`agents__cell agents__cell--${column}${column === 'workNo' ? ' agents__pinned' : ''}`}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <button
        type="button"
        className="agents__heading"
        data-column={column}
        draggable={movable}
        tabIndex={tabStop ? 0 : -1}
        onFocus={() => {
          onActive(column);
        }}
        onClick={() => {
          columns.toggleSort(column);
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, column);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <span className="clip" title={words.roster[column]}>
          {words.roster[column]}
        </span>
        {sort === 'asc' ? <ArrowUp aria-hidden="true" /> : null}
        {sort === 'desc' ? <ArrowDown aria-hidden="true" /> : null}
      </button>
      <ResizeEdge column={column} columns={columns} />
    </div>
  );
});

/** The right edge of a heading, to be dragged; the keyboard has Shift and the arrows on the heading itself. */
function ResizeEdge({ column, columns }: Pick<HeadingProps, 'column' | 'columns'>): ReactElement {
  const [begun, setBegun] = useState<{ readonly x: number; readonly width: number } | null>(null);
  return (
    <span
      className="agents__resize"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setBegun({ x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 });
      }}
      onPointerMove={(event) => {
        if (begun !== null) columns.setWidth(column, begun.width + event.clientX - begun.x);
      }}
      onPointerUp={() => {
        setBegun(null);
      }}
      onPointerCancel={() => {
        setBegun(null);
      }}
      onDoubleClick={() => {
        columns.setWidth(column, null);
      }}
    />
  );
}
