import { TriangleAlert } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { Connection, RosterStatus } from '../../contract/state.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { ageText, timeOfDayText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import './freshness-line.css';

/** Why the rows shown are not the present, if they are not. */
export interface Staleness {
  /** When the rows were last what the gateway said. */
  readonly at: number;
  readonly problem: Problem | null;
}

export function stalenessOf(connection: Connection, roster: RosterStatus): Staleness | null {
  if (connection.kind === 'offline' || connection.kind === 'reconnecting')
    return { at: connection.lastContact, problem: connection.problem };
  if (roster.kind === 'failed') return { at: roster.at ?? connection.lastContact, problem: roster.problem };
  if (connection.kind === 'stale') return { at: connection.lastContact, problem: connection.problem };
  return null;
}

/** Says from when the rows are and why there are no newer ones. */
export function FreshnessLine({ staleness }: { readonly staleness: Staleness }): ReactElement {
  const words = useWords();
  const { at, problem } = staleness;
  return (
    <p className="freshness">
      <TriangleAlert aria-hidden="true" />
      <span>
        <Phrase text={words.roster.oldRows} values={{ time: timeOfDayText(at, words), age: <Age at={at} /> }} />
        {words.gap}
        {problem === null ? words.roster.staleRows : <ProblemLine problem={problem} />}
      </span>
    </p>
  );
}

function Age({ at }: { readonly at: number }): ReactElement {
  const words = useWords();
  const text = useCallback((now: number) => ageText(now - at, words), [at, words]);
  return <Ticking text={text} />;
}
