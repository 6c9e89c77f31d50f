import { useRef, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentRow } from './AgentRow.tsx';
import { HeaderRow } from './HeaderRow.tsx';
import { blockFor, type ListenBlock } from './listenBlock.ts';
import type { AgentTable } from './useAgentTable.ts';
import { useActiveRow, useRowFocus } from './useRowFocus.ts';
import { useVirtualRows } from './useVirtualRows.ts';
import './agents.css';

interface AgentGridProps {
  readonly table: AgentTable;
  readonly block: ListenBlock | null;
  /** The agent whom the listen under way is about. */
  readonly listenedWorkNo: string | null;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
  readonly onListen: (workNo: string) => void;
  /** What stands in place of rows, where there are none. */
  readonly face: ReactNode;
}

/** The agents, virtualised: a grid of which only the rows in sight are in the document. */
export function AgentGrid({ table, block, listenedWorkNo, knownUntil, onListen, face }: AgentGridProps): ReactElement {
  const words = useWords();
  const { rows } = table;
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const active = useActiveRow(rows);
  const virtual = useVirtualRows(rows, scroller, active.index);
  const focus = useRowFocus(active, {
    rows,
    scroller,
    rowHeight: () => virtual.rowHeight,
    scrollTo: virtual.scrollTo,
    focusHeader: () => {
      header.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    },
  });

  return (
    <div className="agents">
      <div
        role="grid"
        aria-label={words.roster.grid}
        aria-rowcount={rows.length + 1}
        className={`agents__scroller${knownUntil === null ? '' : ' agents__scroller--old'}`}
        ref={scroller}
      >
        <HeaderRow
          table={table}
          ref={header}
          onDown={() => {
            focus.focusRow(focus.index);
          }}
        />
        <div
          role="rowgroup"
          className="agents__body"
          style={{ height: `${String(virtual.height)}px` }}
          onKeyDown={focus.onKeyDown}
          onFocus={focus.onFocus}
          onBlur={focus.onBlur}
        >
          {virtual.items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const { agent } = row.original;
            return (
              <AgentRow
                key={agent.workNo}
                agent={agent}
                index={item.index}
                top={item.index * virtual.rowHeight}
                block={blockFor(agent.state, block)}
                tabStop={item.index === focus.index}
                listened={agent.workNo === listenedWorkNo}
                knownUntil={knownUntil}
                onListen={onListen}
              />
            );
          })}
        </div>
      </div>
      {face === null ? null : <div className="agents__face">{face}</div>}
    </div>
  );
}
