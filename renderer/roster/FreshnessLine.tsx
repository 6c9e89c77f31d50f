import { TriangleAlert } from 'lucide-react';
import { useCallback, type ReactElement, type ReactNode } from 'react';
import { Ticking } from '../clock/Ticking.tsx';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { ageText } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import type { StaleBecause, Staleness } from './staleness.ts';
import './freshness-line.css';

/** Says from when the rows are and why there are no newer ones. */
export function FreshnessLine({ staleness }: { readonly staleness: Staleness }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const { at, why } = staleness;
  return (
    <p className="freshness">
      <TriangleAlert aria-hidden="true" />
      <span>
        <Phrase text={words.roster.oldRows} values={{ time: timeOfDay(at), age: <Age at={at} /> }} />
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
