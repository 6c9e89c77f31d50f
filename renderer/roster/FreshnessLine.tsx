import { TriangleAlert } from 'lucide-react';
import { useCallback, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { Connection, RosterStatus } from '../../contract/state.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { ageText, timeOfDayText } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import './freshness-line.css';

/** Why the rows shown are not the present, if they are not. */
export interface Staleness {
  /** When the rows were last what the gateway said. */
  readonly at: number;
  readonly why: StaleBecause;
}

export type StaleBecause =
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The gateway says nothing, and nobody knows why. */
  | { readonly kind: 'silence' }
  /** Nobody looked for a while; newer ones were just asked for. */
  | { readonly kind: 'coming' };

/** Null: the rows are the present, or there are none. */
export function stalenessOf(connection: Connection, roster: RosterStatus): Staleness | null {
  if (connection.kind === 'offline' || connection.kind === 'reconnecting')
    return { at: connection.lastContact, why: { kind: 'problem', problem: connection.problem } };
  if (roster.kind === 'failed') return { at: roster.at ?? connection.lastContact, why: { kind: 'problem', problem: roster.problem } };
  if (roster.kind === 'loading' && roster.at !== null) return { at: roster.at, why: { kind: 'coming' } };
  if (connection.kind === 'stale') return { at: connection.lastContact, why: because(connection.problem) };
  return null;
}

function because(problem: Problem | null): StaleBecause {
  return problem === null ? { kind: 'silence' } : { kind: 'problem', problem };
}

/** Says from when the rows are and why there are no newer ones. */
export function FreshnessLine({ staleness }: { readonly staleness: Staleness }): ReactElement {
  const words = useWords();
  const { at, why } = staleness;
  return (
    <p className={`freshness freshness--${why.kind}`}>
      <TriangleAlert aria-hidden="true" />
      <span>
        <Phrase text={words.roster.oldRows} values={{ time: timeOfDayText(at, words), age: <Age at={at} /> }} />
        {words.gap}
        {becauseText(why, words)}
      </span>
    </p>
  );
}

function becauseText(why: StaleBecause, words: Words): ReactNode {
  switch (why.kind) {
    case 'problem':
      return <ProblemLine problem={why.problem} />;
    case 'silence':
      return words.roster.staleRows;
    case 'coming':
      return words.roster.comingRows;
  }
}

function Age({ at }: { readonly at: number }): ReactElement {
  const words = useWords();
  const text = useCallback((now: number) => ageText(now - at, words), [at, words]);
  return <Ticking text={text} />;
}
