import { memo, useState, type ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterColumn } from '../../../contract/rosterView.ts';
import type { RuleMark } from '../../model/ruleMarks.ts';
import type { ListenBlock } from '../../model/listenBlock.ts';
import { AgentCell } from './AgentCell.tsx';
import type { AgentActs, ListenMark } from '../../ui/agent/agentActs.ts';
import { ListenButton } from '../../ui/agent/ListenButton.tsx';
import { RuleMarkWords } from '../../ui/RuleMarkWords.tsx';
import { StarButton } from '../../ui/agent/StarButton.tsx';

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
  /** The rule that is on for this agent. */
  readonly mark: RuleMark | null;
  readonly acts: AgentActs;
}

/** One agent. It renders again only when the agent, its place or its Listen button changes. */
export const AgentRow = memo(function AgentRow(props: AgentRowProps): ReactElement {
  const { agent, index, top, columns, block, tabStop, selected, favourite, gone, listening, knownUntil, longTalk, ownWorkNo, mark, acts } =
    props;
  const [pointed, setPointed] = useState<string | null>(null);
  const tabIndex = tabStop ? 0 : -1;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={rowClass(props)}
      data-work-no={agent.workNo}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${String(top)}px)` }}
      onPointerOver={(event) => {
        setPointed(event.target instanceof Element ? event.target.getAttribute('aria-colindex') : null);
      }}
      onPointerLeave={() => {
        setPointed(null);
      }}
    >
      <div role="gridcell" aria-colindex={1} className="agents__cell agents__pinned agents__cell--star">
        {mark === null ? null : <span className={`agents__rule rule-mark rule-mark--edge rule-mark--${mark.colour}`} aria-hidden="true" />}
        <StarButton workNo={agent.workNo} on={favourite} onPress={acts.star} />
      </div>
      <div role="gridcell" aria-colindex={2} tabIndex={-1} className="agents__cell agents__pinned agents__cell--workNo">
        {agent.workNo}
        {mark === null ? null : <RuleMarkWords mark={mark} />}
      </div>
      {columns.map((column, nth) => (
        <AgentCell
          key={column}
          column={column}
          place={nth + 3}
          agent={agent}
          block={block}
          gone={gone}
          knownUntil={knownUntil}
          longTalk={longTalk}
          ownWorkNo={ownWorkNo}
          listening={listening}
          pointed={pointed === String(nth + 3)}
        />
      ))}
      <div role="gridcell" aria-colindex={columns.length + 3} className="agents__cell agents__pinned agents__cell--action">
        <ListenButton agent={agent} block={gone ? 'gone' : block} listening={listening} tabIndex={tabIndex} acts={acts} />
      </div>
    </div>
  );
});

function rowClass({ listening, index, selected, gone, mark }: AgentRowProps): string {
  const listened = listening === 'no' ? '' : ' agents__row--listened';
  const odd = index % 2 === 1 ? ' agents__row--odd' : '';
  return `agents__row${listened}${odd}${selected ? ' agents__row--selected' : ''}${gone ? ' agents__row--gone' : ''}${mark === null ? '' : ` agents__row--${mark.colour}`}`;
}
