import type { ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterColumn } from '../../../contract/rosterView.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { isInCall, type ListenBlock } from '../listenBlock.ts';
import type { ListenMark } from './agentActs.ts';
import { TimeInState } from './TimeInState.tsx';

interface AgentCellProps {
  readonly column: RosterColumn;
  readonly agent: RosterRow;
  readonly block: ListenBlock | null;
  readonly gone: boolean;
  readonly knownUntil: number | null;
  readonly longTalk: number;
  readonly ownWorkNo: string;
  readonly listening: ListenMark;
}

/** What one column says of an agent. What the gateway has not said stays empty. */
export function AgentCell(props: AgentCellProps): ReactElement | null {
  const { column, agent, block, gone, knownUntil, longTalk, ownWorkNo, listening } = props;
  const words = useWords();
  switch (column) {
    case 'name':
      return <Text text={agent.name} />;
    case 'group':
      return <Text text={agent.group} />;
    case 'skills':
      return agent.skills === null ? null : <Text text={agent.skills.length === 0 ? words.roster.noSkills : agent.skills.join(', ')} />;
    case 'state':
      return <StateMark state={agent.state} />;
    case 'timeInState':
      if (gone) return null;
      return (
        <TimeInState
          since={agent.since}
          sinceSeen={agent.sinceIs !== 'atLeast'}
          knownUntil={knownUntil}
          longAfter={isInCall(agent.state) ? longTalk : null}
        />
      );
    case 'phone':
      return agent.phoneEnding === null ? null : <>{fillPhrase(words.roster.phoneEnding, { ending: agent.phoneEnding })}</>;
    case 'listenable':
      return <Text text={listenableWords(words, agent, gone ? 'gone' : block, listening)} />;
    case 'inspectedBy':
      if (agent.inspectedBy === null) return null;
      return <Text text={agent.inspectedBy === ownWorkNo ? words.roster.you : agent.inspectedBy} />;
  }
}

/** Whether one can listen to an agent now, or why not, in a few words. */
function listenableWords(words: ReturnType<typeof useWords>, agent: RosterRow, block: ListenBlock | null, listening: ListenMark): string {
  if (listening !== 'no') return words.roster.yourListen;
  if (block !== null) return words.blockedShort[block];
  return isInCall(agent.state) ? words.roster.canListen : words.roster.noCall;
}

function Text({ text }: { readonly text: string }): ReactElement {
  return (
    <bdi className="clip" title={text}>
      {text}
    </bdi>
  );
}
