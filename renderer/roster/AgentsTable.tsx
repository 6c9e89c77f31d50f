import { useEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useAgentList } from '../model/EarshotContext.tsx';
import { AgentGrid, type AgentGridProps } from './grid/AgentGrid.tsx';
import { TableFoot } from './TableFoot.tsx';

interface AgentsTableProps extends Omit<AgentGridProps, 'scroller' | 'wider'> {
  readonly known: boolean;
  readonly leftOut: number;
  /** What stands in place of rows, where there are none. Beside the grid: in one, there may be nothing but rows. */
  readonly placeholder: ReactNode;
}

/** The grid and its foot. While the pointer or the focus is in it, no row moves by itself. */
export function AgentsTable({ known, leftOut, placeholder, ...grid }: AgentsTableProps): ReactElement {
  const agentList = useAgentList();
  const scroller = useRef<HTMLDivElement>(null);
  const within = useRef({ pointer: false, focus: false });
  const wider = useWider(scroller, grid.columns.tracks.least, grid.density);

  function follow(part: Partial<{ pointer: boolean; focus: boolean }>): void {
    within.current = { ...within.current, ...part };
    agentList.hold(within.current.pointer || within.current.focus);
  }

  useEffect(
    () => () => {
      agentList.hold(false);
    },
    [agentList],
  );

  return (
    <div
      className={`agents agents--${grid.density}`}
      onPointerEnter={() => {
        follow({ pointer: true });
      }}
      onPointerLeave={() => {
        follow({ pointer: false });
      }}
      onFocus={() => {
        follow({ focus: true });
      }}
      onBlur={(event) => {
        // The window losing the focus is no leaving: it comes back to the same row.
        if (document.hasFocus()) follow({ focus: event.currentTarget.contains(event.relatedTarget) });
      }}
    >
      <AgentGrid key={grid.density} {...grid} scroller={scroller} wider={wider} />
      {placeholder === null ? null : (
        <div className="agents__face" style={{ '--grid-columns': grid.columns.tracks.css } as object}>
          {placeholder}
        </div>
      )}
      <TableFoot
        shown={grid.list.rows.length - grid.list.gone.size}
        all={grid.list.all}
        known={known}
        leftOut={leftOut}
        moved={grid.list.moved}
        wider={wider}
        onRefresh={(byKey) => {
          agentList.refresh();
          if (byKey) grid.focusRows.current?.();
        }}
      />
    </div>
  );
}

/** Whether the columns need more room than there is. A grid of another density is another element. */
function useWider(scroller: RefObject<HTMLDivElement | null>, least: number, density: AgentGridProps['density']): boolean {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(entry?.contentRect.width ?? null);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller, density]);
  return width !== null && width < least;
}
