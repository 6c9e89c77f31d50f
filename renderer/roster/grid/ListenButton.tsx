import type { ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { isInCall, type ListenBlock } from '../listenBlock.ts';
import type { AgentActs, ListenMark } from './agentActs.ts';

interface ListenButtonProps {
  readonly agent: RosterRow;
  readonly block: ListenBlock | null;
  readonly listening: ListenMark;
  readonly tabIndex: number;
  readonly acts: AgentActs;
}

/** Begins a listen to an agent, and ends it where it is under way. */
export function ListenButton({ agent, block, listening, tabIndex, acts }: ListenButtonProps): ReactElement {
  const words = useWords();
  const { workNo } = agent;
  if (listening !== 'no') {
    return (
      <Button
        key="stop"
        className="agents__listen agents__listen--stop"
        aria-label={fillPhrase(words.roster.stopListeningTo, { workNo })}
        blocked={listening === 'stopping'}
        tabIndex={tabIndex}
        onClick={acts.stop}
      >
        {words.roster.stop}
      </Button>
    );
  }
  const inCall = isInCall(agent.state);
  // As the button has a name of its own, its title is what a screen reader gives as its description.
  const remark = block !== null ? words.blocked[block] : inCall ? null : words.nothingToHear;
  return (
    <Button
      key="listen"
      className={`agents__listen${inCall ? ' agents__listen--hear' : ''}`}
      aria-label={fillPhrase(words.roster.listenTo, { workNo })}
      title={remark ?? undefined}
      blocked={block !== null}
      tabIndex={tabIndex}
      onClick={() => {
        acts.listen(workNo);
      }}
    >
      {words.roster.listen}
    </Button>
  );
}
