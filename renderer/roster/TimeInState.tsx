import { useCallback, type ReactElement } from 'react';
import { timeInStateText } from '../clock/duration.ts';
import { Ticking } from '../clock/Ticking.tsx';

interface TimeInStateProps {
  readonly since: number;
  readonly sinceSeen: boolean;
  /** Until when that is known; null: it runs on. */
  readonly knownUntil: number | null;
}

/** How long an agent has been in a state. It runs only while news of the agent comes in. */
export function TimeInState({ since, sinceSeen, knownUntil }: TimeInStateProps): ReactElement {
  const text = useCallback((now: number) => timeInStateText(since, sinceSeen, knownUntil ?? now), [since, sinceSeen, knownUntil]);
  return <Ticking text={text} className={sinceSeen ? '' : 'dim'} />;
}
