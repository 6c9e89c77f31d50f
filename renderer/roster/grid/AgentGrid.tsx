import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterView } from '../../../contract/rosterView.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { unlessComposing } from '../../keys/composing.ts';
import { shortcutOf } from '../../keys/shortcut.ts';
import type { Columns } from '../columns/useColumns.ts';
import type { ListView } from '../../model/agents/agentList.ts';
import { useRuleMarks } from '../../model/ruleMarks.ts';
import { blockFor, type ListenBlock } from '../../model/listenBlock.ts';
import type { AgentActs, ListenMark } from '../../ui/agent/agentActs.ts';
import { AgentRow } from './AgentRow.tsx';
import { HeaderRow } from './HeaderRow.tsx';
import { createRowPlaces } from './rowPlaces.ts';
import { usePressGuard, workNoAt } from './usePressGuard.ts';
import { useActiveRow, useRowFocus, type RowFocus } from './useRowFocus.ts';
import { useVirtualRows } from './useVirtualRows.ts';
import './agents.css';
import './agent-row.css';
import './agent-cells.css';

export interface AgentGridProps {
  readonly list: ListView;
  readonly columns: Columns;
  readonly density: RosterView['density'];
  readonly favourites: ReadonlySet<string>;
  readonly selected: string | null;
  readonly block: ListenBlock | null;
  /** To whom the gateway refused a listen for lack of a right. */
  readonly refused: readonly string[];
  /** The agent whom the listen under way is about. */
  readonly listened: { readonly workNo: string; readonly mark: ListenMark } | null;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
  readonly longTalk: number;
  readonly ownWorkNo: string;
  readonly acts: AgentActs;
  /** Keys that act on the row with the focus; true when the key was one of them. */
  readonly onRowKey: (key: string, row: RosterRow) => boolean;
  readonly onActive: (workNo: string) => void;
  readonly onOpen: (workNo: string, by: 'key' | 'pointer') => void;
  readonly onInSight: (workNos: readonly string[]) => void;
  readonly onSay: (words: string) => void;
  /** Lets others move the focus into the rows. */
  readonly focusRows: RefObject<(() => void) | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The columns need more room than there is. */
  readonly wider: boolean;
}

/** The agents, virtualised: a grid of which only the rows in sight are in the document. */
export function AgentGrid(props: AgentGridProps): ReactElement {
  const { list, columns, density, favourites, selected, block, refused, listened, knownUntil, longTalk, ownWorkNo, acts, scroller } = props;
  const words = useWords();
  const { rows } = list;
  const header = useRef<HTMLDivElement>(null);
  const marks = useRuleMarks();
  const active = useActiveRow(rows);
  const virtual = useVirtualRows(rows.length, scroller, active.index, density);
  const press = usePressGuard();
  const mounted = new Map(
    virtual.items.flatMap(({ index }) => {
      const agent = rows[index];
      return agent === undefined ? [] : [[agent.workNo, { index, agent }]];
    }),
  );
  const [placesFor] = useState(createRowPlaces);
  // A click that has begun must find the element under which it did.
  const places = placesFor([...mounted.keys()], active.workNo, virtual.scrolling || press.down);
  const cells = columns.shown.length + 3;
  const focus = useRowFocus(active, {
    rows,
    cells,
    scroller,
    rowHeight: virtual.rowHeight,
    scrollTo: virtual.scrollTo,
    focusHeader: () => {
      header.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    },
  });
  useInSight(rows, virtual.inSight, props.onInSight);
  useImperativeHandle(props.focusRows, () => () => {
    focus.focusRow(active.index);
  });

  return (
    <div
      role="grid"
      aria-label={words.roster.grid}
      aria-rowcount={rows.length + 1}
      aria-colcount={cells}
      className={`agents__scroller${knownUntil === null ? '' : ' agents__scroller--old'}${props.wider ? ' agents__scroller--wider' : ''}`}
      style={{ '--grid-columns': columns.tracks.css, '--grid-width': `${String(columns.tracks.least)}px` } as object}
      ref={scroller}
    >
      <HeaderRow
        columns={columns}
        ref={header}
        onSay={props.onSay}
        onDown={() => {
          focus.focusRow(active.index);
        }}
      />
      <div
        role="rowgroup"
        className="agents__body"
        style={{ height: `${String(virtual.height)}px` }}
        onKeyDown={unlessComposing((event) => {
          onKeyDown(event, focus, props);
        })}
        onPointerDownCapture={press.onPointerDown}
        onClickCapture={press.onClick}
        onClick={(event) => {
          onClick(event, props);
        }}
        onFocus={(event) => {
          focus.onFocus(event);
          const workNo = workNoAt(event.target);
          if (workNo !== null) props.onActive(workNo);
        }}
        onBlur={focus.onBlur}
      >
        {places.map(({ key, workNo }) => {
          const row = mounted.get(workNo);
          if (row === undefined) return null;
          const { index, agent } = row;
          return (
            <AgentRow
              key={key}
              agent={agent}
              index={index}
              top={index * virtual.rowHeight}
              columns={columns.shown}
              block={blockFor(agent, block, refused)}
              tabStop={index === active.index}
              selected={workNo === selected}
              favourite={favourites.has(workNo)}
              gone={list.gone.has(workNo)}
              listening={listened?.workNo === workNo ? listened.mark : 'no'}
              knownUntil={knownUntil}
              longTalk={longTalk}
              ownWorkNo={ownWorkNo}
              mark={marks.agents.get(workNo) ?? null}
              acts={acts}
            />
          );
        })}
      </div>
    </div>
  );
}

function onKeyDown(event: KeyboardEvent, focus: RowFocus, { list, onOpen, onRowKey }: AgentGridProps): void {
  if (focus.onKeyDown(event)) return;
  // Of the row that has the focus, whatever was moved since.
  const workNo = workNoAt(event.target);
  const row = list.rows.find((each) => each.workNo === workNo);
  if (row === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Held down, a key acts once.
  if (event.repeat) return;
  if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
    event.preventDefault();
    onOpen(row.workNo, 'key');
  } else if (onRowKey(shortcutOf(event), row)) {
    event.preventDefault();
  }
}

function onClick(event: MouseEvent, { onOpen }: AgentGridProps): void {
  if (!(event.target instanceof Element) || event.target.closest('button') !== null) return;
  const workNo = workNoAt(event.target);
  if (workNo !== null) onOpen(workNo, 'pointer');
}

/** Tells which agents are in sight, whenever others are. */
function useInSight(
  rows: readonly RosterRow[],
  inSight: { readonly startIndex: number; readonly endIndex: number } | null,
  onInSight: (workNos: readonly string[]) => void,
): void {
  // Every patch brings new rows, hardly one of them other agents.
  const text =
    inSight === null
      ? ''
      : rows
          .slice(inSight.startIndex, inSight.endIndex + 1)
          .map(({ workNo }) => workNo)
          .join(' ');
  useEffect(() => {
    onInSight(text === '' ? [] : text.split(' '));
  }, [text, onInSight]);
}
