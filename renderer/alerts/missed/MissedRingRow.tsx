import { PhoneMissed, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { MissedRing } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { useTimeOfDay } from '../../clock/useTimeOfDay.ts';
import { Phrase } from '../../i18n/Phrase.tsx';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AgentName } from '../../ui/AgentName.tsx';
import { Button } from '../../ui/Button.tsx';

interface MissedRingRowProps {
  readonly ring: MissedRing;
  readonly canListen: boolean;
}

/** One missed ring: whose listen it was, when, how often, and another try. */
export function MissedRingRow({ ring, canListen }: MissedRingRowProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const { id, agent, at, times } = ring;
  const time = useTimeOfDay()(at);
  return (
    <li className="line line--plain">
      <PhoneMissed aria-hidden="true" />
      <p className="line__words">
        {agent === null ? (
          fillPhrase(words.missed.ofNobody, { time })
        ) : (
          <Phrase text={words.missed.ofAgent} values={{ name: <AgentName name={agent.name} />, workNo: agent.workNo, time }} />
        )}
        {times === 1 ? null : `${words.gap}${words.missed.times(times)}`}
      </p>
      {agent === null ? null : (
        <Button
          blocked={!canListen}
          onClick={() => {
            actions.listen({ workNo: agent.workNo });
          }}
        >
          {words.listen.again}
        </Button>
      )}
      <Button
        look="quiet"
        size="icon"
        aria-label={words.missed.dismiss}
        title={words.missed.dismiss}
        onClick={() => {
          actions.dismissMissed({ id });
        }}
      >
        <X aria-hidden="true" />
      </Button>
    </li>
  );
}
