import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { StateInterval } from '../../contract/roster.ts';
import { timeInStateText } from '../i18n/duration.ts';
import { Ticking, useClock } from '../clock/Ticking.tsx';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { historyBars } from './historyBars.ts';

/** The drawing's own width; it is stretched to the panel's. */
const WIDTH = 1_000;
const HEIGHT = 24;
/** A line moves by less than a pixel in this time, however short the history. */
const REDRAW_MS = 5_000;
/** The newest, as a list; the drawing has them all. */
const LISTED = 30;

interface HistoryProps {
  readonly spans: readonly StateInterval[];
  readonly knownUntil: number | null;
}

/** The states an agent was in, as a line drawn to scale and, newest first, in words. */
export function History({ spans, knownUntil }: HistoryProps): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const now = useNowAndThen();
  const bars = historyBars(spans, knownUntil ?? now);
  const [first] = bars;
  if (first === undefined) return <p className="dim">{words.details.noneYet}</p>;
  return (
    <>
      <svg className="timeline" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ state, from, start, length }) => (
          <rect
            key={from}
            className={state === null ? 'timeline__gap' : `timeline__span timeline__span--${state}`}
            x={start * WIDTH}
            width={Math.max(1, length * WIDTH)}
            height={HEIGHT}
          />
        ))}
      </svg>
      <p className="timeline__ends dim" aria-hidden="true">
        <span>{timeOfDay(first.from)}</span>
        <span>{knownUntil === null ? words.details.now : timeOfDay(knownUntil)}</span>
      </p>
      <ol className="timeline__list" aria-label={words.details.history}>
        {bars
          .slice(-LISTED)
          .reverse()
          .map(({ state, from, to, atLeast }, nth) => (
            <li key={from}>
              <span className="dim">{timeOfDay(from)}</span>
              {state === null ? <span className="dim">{words.details.notSeen}</span> : <StateMark state={state} />}
              {nth === 0 && knownUntil === null ? (
                <Running from={from} atLeast={atLeast} />
              ) : (
                <span>{timeInStateText(from, !atLeast, to)}</span>
              )}
            </li>
          ))}
      </ol>
    </>
  );
}

/** The present state goes on, second by second as it does above. */
function Running({ from, atLeast }: { readonly from: number; readonly atLeast: boolean }): ReactElement {
  const text = useCallback((now: number) => timeInStateText(from, !atLeast, now), [from, atLeast]);
  return <Ticking text={text} />;
}

/** The time, renewed every few seconds. */
function useNowAndThen(): number {
  const clock = useClock();
  const [now, setNow] = useState(() => clock.now());
  useEffect(
    () =>
      clock.show((time) => {
        setNow((before) => (Math.abs(time - before) >= REDRAW_MS ? time : before));
      }),
    [clock],
  );
  return now;
}
