import { ClockAlert } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { timeInStateText } from '../../clock/duration.ts';
import { useClock } from '../../clock/Ticking.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';

interface TimeInStateProps {
  readonly since: number;
  readonly sinceSeen: boolean;
  /** Until when that is known; null: it runs on. */
  readonly knownUntil: number | null;
  /** Milliseconds from which on it is marked as long; null: never. */
  readonly longAfter: number | null;
}

/** How long an agent has been in a state. The shared clock writes it; it runs only while news of the agent comes in. */
export function TimeInState({ since, sinceSeen, knownUntil, longAfter }: TimeInStateProps): ReactElement {
  const words = useWords();
  const clock = useClock();
  const whole = useRef<HTMLSpanElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      clock.show((now) => {
        if (text.current === null || whole.current === null) return;
        const at = knownUntil ?? now;
        text.current.textContent = timeInStateText(since, sinceSeen, at);
        whole.current.toggleAttribute('data-long', longAfter !== null && at - since >= longAfter);
      }),
    [clock, since, sinceSeen, knownUntil, longAfter],
  );
  return (
    <span className="time" ref={whole}>
      {longAfter === null ? null : (
        <span className="time__long" title={words.roster.longTalk}>
          <ClockAlert aria-hidden="true" />
          <span className="only-spoken">{words.roster.longTalk}</span>
        </span>
      )}
      <span className={sinceSeen ? '' : 'dim'} ref={text} />
    </span>
  );
}
