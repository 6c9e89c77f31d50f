import { memo, useState, type ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterColumn } from '../../../contract/rosterView.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import type { ListenBlock } from '../listenBlock.ts';
import { AgentCell } from './AgentCell.tsx';
import type { AgentActs, ListenMark } from './agentActs.ts';
import { ListenButton } from './ListenButton.tsx';
import { StarButton } from './StarButton.tsx';

interface AgentRowProps {
  readonly agent: RosterRow;
  /** Its place among all rows, from 0. */
  readonly index: number;
  readonly top: number;
  readonly columns: readonly RosterColumn[];
  readonly block: ListenBlock | null;
  /** The row that the Tab key reaches. */
  readonly tabStop: boolean;
  readonly selected: boolean;
  readonly favourite: boolean;
  /** It has left the roster and stands here only because the order is held. */
  readonly gone: boolean;
  readonly listening: ListenMark;
  /** Until when the row is known to be true; null: it is the present. */
  readonly knownUntil: number | null;
  /** Milliseconds of talk after which it is marked. */
  readonly longTalk: number;
  /** The inspector's own number. */
  readonly ownWorkNo: string;
  readonly acts: AgentActs;
}

/** One agent. It renders again only when the agent, its place or its Listen button changes. */
export const AgentRow = memo(function AgentRow(props: AgentRowProps): ReactElement {
  const { agent, index, top, columns, block, tabStop, selected, favourite, gone, listening, knownUntil, longTalk, ownWorkNo, acts } = props;
  const words = useWords();
  const { changes, fresh } = useChanges(agent.workNo, agent.state);
  const tabIndex = tabStop ? 0 : -1;
  const classes = [
    'agents__row',
    listening === 'no' ? '' : 'agents__row--listened',
    index % 2 === 1 ? 'agents__row--odd' : '',
    selected ? 'agents__row--selected' : '',
    gone ? 'agents__row--gone' : '',
  ];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.filter((each) => each !== '').join(' ')}
      data-work-no={agent.workNo}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="agents__cell agents__cell--star">
        <StarButton workNo={agent.workNo} on={favourite} onPress={acts.star} />
      </div>
      <div role="gridcell" aria-colindex={2} tabIndex={-1} className="agents__cell agents__cell--workNo">
        {agent.workNo}
      </div>
      {columns.map((column, place) => (
        <div
          // A new element fades in; only the state is worth it.
          key={column === 'state' ? `state ${String(changes)}` : column}
          role="gridcell"
          aria-colindex={place + 3}
          tabIndex={-1}
          className={`agents__cell agents__cell--${column}${column === 'state' && fresh ? ' agents__cell--fresh' : ''}`}
        >
          {gone && column === 'state' ? (
            words.roster.gone
          ) : (
            <AgentCell
              column={column}
              agent={agent}
              block={block}
              gone={gone}
              knownUntil={knownUntil}
              longTalk={longTalk}
              ownWorkNo={ownWorkNo}
              listening={listening}
            />
          )}
        </div>
      ))}
      <div role="gridcell" aria-colindex={columns.length + 3} className="agents__cell agents__cell--action">
        <ListenButton agent={agent} block={gone ? 'gone' : block} listening={listening} tabIndex={tabIndex} acts={acts} />
      </div>
    </div>
  );
});

/** How often the state of the agent shown here changed, and whether it is this agent's that did; the row may come to show another. */
function useChanges(workNo: string, state: string): { readonly changes: number; readonly fresh: boolean } {
  const [seen, setSeen] = useState({ workNo, state, changes: 0, fresh: false });
  if (seen.workNo === workNo && seen.state === state) return seen;
  const fresh = seen.workNo === workNo;
  const next = { workNo, state, changes: seen.changes + (fresh ? 1 : 0), fresh };
  setSeen(next);
  return next;
}
