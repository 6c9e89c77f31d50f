import type { ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../Button.tsx';
import { useFocusHandedOn } from '../useFocusHandedOn.ts';
import { useSettling } from '../useSettling.ts';
import { isInCall } from '../../../contract/agentState.ts';
import { type ListenBlock } from '../../model/listenBlock.ts';
import type { AgentActs, ListenMark } from './agentActs.ts';

interface ListenButtonProps {
  readonly agent: RosterRow;
  readonly block: ListenBlock | null;
  readonly listening: ListenMark;
  readonly tabIndex: number;
  readonly acts: AgentActs;
}

/**
 * Begins a listen to an agent, and ends it where it is under way. It is another button then, so that a press that began on the one cannot
 * end on the other.
 */
export function ListenButton({ agent, block, listening, tabIndex, acts }: ListenButtonProps): ReactElement {
  const words = useWords();
  const { workNo } = agent;
  const settling = useSettling(listening === 'no' ? 'listen' : 'stop', { about: workNo });
  const focus = useFocusHandedOn();
  if (listening !== 'no') {
    return (
      <Button
        key="stop"
        className="agents__listen agents__listen--stop"
        aria-label={fillPhrase(words.roster.stopListeningTo, { workNo })}
        blocked={listening === 'stopping' || settling}
        tabIndex={tabIndex}
        onClick={acts.stop}
        {...focus}
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
      blocked={block !== null || settling}
      tabIndex={tabIndex}
      onClick={() => {
        acts.listen(workNo);
      }}
      {...focus}
    >
      {words.roster.listen}
    </Button>
  );
}
