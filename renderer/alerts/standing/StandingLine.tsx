import { Radar } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import type { Standing, StandingWait } from '../../../contract/standing.ts';
import { useClock } from '../../clock/Ticking.tsx';
import { fillPhrase } from '../../i18n/phrase.ts';
import type { Words } from '../../i18n/Words.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { useActions } from '../../model/EarshotContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRestoredFocus } from '../../ui/useRestoredFocus.ts';
import { useSettling } from '../../ui/useSettling.ts';
import '../../ui/lines.css';
import { minuteText, targetsText, windowText } from './targetNames.ts';
import './standing.css';

interface StandingLineProps {
  readonly standing: Standing;
  readonly mode: Settings['followMode'];
  readonly onChange: () => void;
}

/** A standing listen, for as long as it goes on: whom it is about, what it waits for, how long it lasts, and the ways to pause, change and end it. */
export function StandingLine({ standing, mode, onChange }: StandingLineProps): ReactElement {
  const words = useWords();
  const { unfollow, holdStanding } = useActions();
  const clock = useClock();
  const kept = useRestoredFocus<HTMLDivElement>();
  const held = isHeld(standing.waits);
  const settling = useSettling(held ? 'goOn' : 'pause');
  const { plan, until, listens, here } = standing;
  const hold = useCallback(() => {
    holdStanding({ held: !held });
  }, [holdStanding, held]);
  const ends =
    plan.time.kind === 'window'
      ? windowText(plan.time, words)
      : until === null
        ? ''
        : fillPhrase(words.standing.until, { time: minuteText(clock.dateOf(until), words) });
  return (
    <div className={`line ${held ? 'line--warn' : 'line--plain'}`} role="group" aria-label={words.standing.title} {...kept}>
      <Radar aria-hidden="true" />
      <p className="line__words standing-line">
        <span>{fillPhrase(words.standing.line, { who: targetsText(plan.targets, words) })}</span>
        {/* Spoken when it changes: what it waits for, no count. */}
        <span role="status">{waitText(standing, mode, words)}</span>
        <span className="dim">
          {[words.standing.here(here), words.standing.heard(listens, plan.listens), ends].filter((part) => part !== '').join(' · ')}
        </span>
      </p>
      <Button blocked={settling} onClick={hold}>
        {held ? words.standing.goOn : words.standing.pause}
      </Button>
      <Button onClick={onChange}>{words.standing.change}</Button>
      <Button onClick={unfollow}>{words.standing.end}</Button>
    </div>
  );
}

/** Whether it waits for the inspector. */
function isHeld(waits: StandingWait): boolean {
  return waits === 'byHand' || waits === 'refused' || waits === 'notPickedUp';
}

function waitText({ waits, here }: Standing, mode: Settings['followMode'], { standing }: Words): string {
  if (waits !== 'call') return standing.waits[waits];
  return here === 0 ? standing.nobodyHere : standing.waitsForCall[mode];
}
