import { useState, type ReactElement } from 'react';
import type { AgentState } from '../../../contract/agentState.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterColumn } from '../../../contract/rosterView.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { StateIcon } from '../../ui/StateMark.tsx';
import { isInCall } from '../../../contract/agentState.ts';
import { type ListenBlock } from '../../model/listenBlock.ts';
import type { ListenMark } from '../../ui/agent/agentActs.ts';
import { TimeInState } from '../../ui/agent/TimeInState.tsx';

interface AgentCellProps {
  readonly column: RosterColumn;
  /** From 1, as ARIA counts. */
  readonly place: number;
  readonly agent: RosterRow;
  readonly block: ListenBlock | null;
  readonly gone: boolean;
  readonly knownUntil: number | null;
  readonly longTalk: number;
  readonly ownWorkNo: string;
  readonly listening: ListenMark;
  /** The pointer is over it: what is clipped is shown whole. */
  readonly pointed: boolean;
}

/** What one column says of an agent. What the gateway has not said stays empty. */
export function AgentCell(props: AgentCellProps): ReactElement {
  const { column, place, agent, block, gone, knownUntil, longTalk, ownWorkNo, listening, pointed } = props;
  const words = useWords();
  const text = (said: string): ReactElement => (
    // In words of the gateway's, which may be of another direction than the page.
    <div {...cell(column, place)} title={pointed && said !== '' ? said : undefined} dir="auto">
      {said}
    </div>
  );
  switch (column) {
    case 'name':
      return text(agent.name);
    case 'group':
      return text(agent.group);
    case 'skills':
      return text(agent.skills === null ? '' : agent.skills.length === 0 ? words.roster.noSkills : agent.skills.join(words.listGap));
    case 'state':
      return <StateCell place={place} workNo={agent.workNo} state={agent.state} gone={gone} />;
    case 'timeInState':
      return (
        <div {...cell(column, place)}>
          {gone ? null : (
            <TimeInState
              since={agent.since}
              sinceSeen={agent.sinceIs !== 'atLeast'}
              knownUntil={knownUntil}
              longAfter={isInCall(agent.state) ? longTalk : null}
            />
          )}
        </div>
      );
    case 'phone':
      return text(agent.phoneEnding === null ? '' : fillPhrase(words.roster.phoneEnding, { ending: agent.phoneEnding }));
    case 'listenable':
      return text(listenableWords(words, agent, gone ? 'gone' : block, listening));
    case 'inspectedBy':
      return text(agent.inspectedBy === ownWorkNo ? words.roster.you : (agent.inspectedBy ?? ''));
  }
}

/** What every cell is to the document. No component: thousands of them a second come to show other agents while one scrolls. */
function cell(column: RosterColumn, place: number) {
  return { role: 'gridcell', 'aria-colindex': place, tabIndex: -1, className: `agents__cell agents__cell--${column}` } as const;
}

interface StateCellProps {
  readonly place: number;
  readonly workNo: string;
  readonly state: AgentState;
  readonly gone: boolean;
}

function StateCell({ place, workNo, state, gone }: StateCellProps): ReactElement {
  const words = useWords();
  const { changes, fresh } = useChanges(workNo, state);
  return (
    <div
      // A new element fades in.
      key={changes}
      role="gridcell"
      aria-colindex={place}
      tabIndex={-1}
      className={fresh ? 'agents__cell agents__cell--state agents__cell--fresh' : 'agents__cell agents__cell--state'}
    >
      {gone ? null : <StateIcon state={state} />}
      {gone ? words.roster.gone : words.states[state]}
    </div>
  );
}

/** How often the state of the agent shown here changed, and whether it is this agent's that did; the row may come to show another. */
function useChanges(workNo: string, state: AgentState): { readonly changes: number; readonly fresh: boolean } {
  const [seen, setSeen] = useState({ workNo, state, changes: 0, fresh: false });
  if (seen.workNo === workNo && seen.state === state) return seen;
  const fresh = seen.workNo === workNo;
  const next = { workNo, state, changes: seen.changes + (fresh ? 1 : 0), fresh };
  setSeen(next);
  return next;
}

/** Whether one can listen to an agent now, or why not, in a few words. */
function listenableWords(words: ReturnType<typeof useWords>, agent: RosterRow, block: ListenBlock | null, listening: ListenMark): string {
  if (listening !== 'no') return words.roster.yourListen;
  if (block !== null) return words.blockedShort[block];
  return isInCall(agent.state) ? words.roster.canListen : words.roster.noCall;
}
