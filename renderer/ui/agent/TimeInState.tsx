import { ClockAlert } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { timeInStateText } from '../../i18n/duration.ts';
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

/** The same element for every row, which React then need not look into. */
const clockAlert = <ClockAlert aria-hidden="true" />;

/** How long an agent has been in a state. The shared clock writes it; it runs only while news of the agent comes in. */
export function TimeInState({ since, sinceSeen, knownUntil, longAfter }: TimeInStateProps): ReactElement {
  const words = useWords();
  const clock = useClock();
  const text = useRef<HTMLSpanElement>(null);
  const [long, setLong] = useState<'never' | 'no longer' | 'is'>('never');
  useLayoutEffect(
    () =>
      clock.show((now) => {
        const at = knownUntil ?? now;
        if (text.current !== null) write(text.current, timeInStateText(since, sinceSeen, at));
        const is = longAfter !== null && at - since >= longAfter;
        setLong((was) => (is ? 'is' : was === 'never' ? 'never' : 'no longer'));
      }),
    [clock, since, sinceSeen, knownUntil, longAfter],
  );
  return (
    <span className={long === 'is' ? 'time time--long' : 'time'}>
      {long === 'never' ? null : (
        // Kept for the next: while one scrolls, the row comes to show a long call every few frames.
        <span className="time__mark" title={words.roster.longTalk} hidden={long === 'no longer'}>
          {clockAlert}
          <span className="only-spoken">{words.roster.longTalk}</span>
        </span>
      )}
      <span className={sinceSeen ? '' : 'dim'} ref={text} />
    </span>
  );
}

/** Into the text that is there: a new one would have the browser build and lay out the cell again, for every row in view and second. */
function write(element: HTMLElement, text: string): void {
  if (element.firstChild instanceof Text) element.firstChild.data = text;
  else element.textContent = text;
}
