import { PhoneCall } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Mode } from '../../contract/inspection.ts';
import type { PhoneAlert } from '../../contract/state.ts';
import { durationText } from '../i18n/duration.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import './ring.css';

interface RingBannerProps {
  readonly alert: Extract<PhoneAlert, { kind: 'ringing' }>;
  /** Earshot asked for the listen by itself. */
  readonly followed: boolean;
  /** What the call will be once it is picked up. */
  readonly mode: Mode | 'unknown';
}

/** The inspector's phone rings: across the window, for as long as it rings. */
export function RingBanner({ alert, followed, mode }: RingBannerProps): ReactElement {
  const words = useWords();
  const { agent, since } = alert;
  const elapsed = useCallback((now: number) => durationText(now - since), [since]);
  return (
    <div className="ring">
      <PhoneCall aria-hidden="true" />
      <div className="ring__words">
        <p className="ring__title">{agent === null ? words.ring.notPending : words.ring.title}</p>
        <p className="ring__hint">
          {agent === null ? (
            words.ring.notPendingHint
          ) : (
            <Phrase
              text={followed ? words.ring.pickUpFollowed : mode === 'listen' ? words.ring.pickUp : words.modes.pickUp[mode]}
              values={{ name: <AgentName name={agent.name} />, workNo: agent.workNo }}
            />
          )}
        </p>
      </div>
      <Ticking text={elapsed} className="ring__elapsed" />
    </div>
  );
}
