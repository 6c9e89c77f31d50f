import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { columnIds, type ColumnId } from './agentTable.ts';
import type { AgentTable } from './useAgentTable.ts';

interface HeaderRowProps {
  readonly table: AgentTable;
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onDown: () => void;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The headings; each sorts. One tab stop, arrows between them, down into the rows. */
export function HeaderRow({ table, ref, onDown }: HeaderRowProps): ReactElement {
  const words = useWords();
  const [active, setActive] = useState<ColumnId>('workNo');

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onDown();
    } else if (step !== 0) {
      event.preventDefault();
      const next = columnIds[columnIds.indexOf(active) + step];
      if (next === undefined) return;
      setActive(next);
      ref.current?.querySelector<HTMLElement>(`[data-column="${next}"]`)?.focus();
    }
  }

  return (
    <div role="rowgroup" className="agents__head" ref={ref} onKeyDown={onKeyDown}>
      <div role="row" aria-rowindex={1} className="agents__row agents__row--head">
        {columnIds.map((column) => {
          const sort = table.sortOf(column);
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={sort === null ? 'none' : ariaSort[sort]}
              className={`agents__cell agents__cell--${column}`}
            >
              <button
                type="button"
                className="agents__heading"
                data-column={column}
                tabIndex={column === active ? 0 : -1}
                onFocus={() => {
                  setActive(column);
                }}
                onClick={() => {
                  table.toggleSort(column);
                }}
              >
                <span className="clip">{words.roster[column]}</span>
                {sort === 'asc' ? <ArrowUp aria-hidden="true" /> : null}
                {sort === 'desc' ? <ArrowDown aria-hidden="true" /> : null}
              </button>
            </div>
          );
        })}
        <div role="columnheader" className="agents__cell agents__cell--action">
          <span className="only-spoken">{words.roster.action}</span>
        </div>
      </div>
    </div>
  );
}
