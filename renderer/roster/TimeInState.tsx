import { useCallback, type ReactElement } from 'react';
import { timeInStateText } from '../clock/duration.ts';
import { Ticking } from '../clock/Ticking.tsx';

interface TimeInStateProps {
  readonly since: number;
  readonly sinceSeen: boolean;
}

/** How long an agent has been in a state, running. */
export function TimeInState({ since, sinceSeen }: TimeInStateProps): ReactElement {
  const text = useCallback((now: number) => timeInStateText(since, sinceSeen, now), [since, sinceSeen]);
  return <Ticking text={text} className={sinceSeen ? '' : 'dim'} />;
}
