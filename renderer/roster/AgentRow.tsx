import { memo, type ReactElement } from 'react';
import type { RosterRow } from '../../contract/roster.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { isInCall, type ListenBlock } from './listenBlock.ts';
import { TimeInState } from './TimeInState.tsx';

interface AgentRowProps {
  readonly agent: RosterRow;
  /** Its place among all rows, from 0. */
  readonly index: number;
  readonly top: number;
  readonly block: ListenBlock | null;
  readonly tabStop: boolean;
  readonly listened: boolean;
  /** Until when the row is known to be true; null: it is the present. */
  readonly knownUntil: number | null;
  readonly onListen: (workNo: string) => void;
}

/** One agent. It renders again only when the agent, its place or its Listen button changes. */
export const AgentRow = memo(function AgentRow({
  agent,
  index,
  top,
  block,
  tabStop,
  listened,
  knownUntil,
  onListen,
}: AgentRowProps): ReactElement {
  const words = useWords();
  const inCall = isInCall(agent.state);
  const sinceSeen = agent.sinceIs !== 'atLeast';
  // As the button has a name of its own, its title is what a screen reader gives as its description.
  const remark = block !== null ? words.blocked[block] : inCall ? null : words.nothingToHear;
  const tabIndex = tabStop ? 0 : -1;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`agents__row${listened ? ' agents__row--listened' : ''}${index % 2 === 1 ? ' agents__row--odd' : ''}`}
      data-work-no={agent.workNo}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div role="gridcell" className="agents__cell agents__cell--workNo">
        {agent.workNo}
      </div>
      <div role="gridcell" className="agents__cell agents__cell--name" title={agent.name}>
        <bdi>{agent.name}</bdi>
      </div>
      <div role="gridcell" className="agents__cell agents__cell--group" title={agent.group}>
        <bdi>{agent.group}</bdi>
      </div>
      <div role="gridcell" className="agents__cell agents__cell--state">
        <StateMark state={agent.state} />
      </div>
      <div role="gridcell" className="agents__cell agents__cell--timeInState" title={sinceSeen ? undefined : words.roster.atLeast}>
        <TimeInState since={agent.since} sinceSeen={sinceSeen} knownUntil={knownUntil} />
      </div>
      <div role="gridcell" className="agents__cell agents__cell--action">
        <Button
          className={`agents__listen${inCall ? ' agents__listen--hear' : ''}`}
          aria-label={fillPhrase(words.roster.listenTo, { workNo: agent.workNo })}
          title={remark ?? undefined}
          blocked={block !== null}
          tabIndex={tabIndex}
          onClick={() => {
            onListen(agent.workNo);
          }}
        >
          {words.roster.listen}
        </Button>
      </div>
    </div>
  );
});
