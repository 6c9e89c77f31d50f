import { useCallback, type ReactElement } from 'react';
import { Ticking } from './Ticking.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';

interface NextTryProps {
  /** When the next try goes out; null: one is under way. */
  readonly at: number | null;
  readonly className?: string;
}

/** How long until Earshot tries again, counting down. */
export function NextTry({ at, className = '' }: NextTryProps): ReactElement {
  const words = useWords();
  const text = useCallback(
    (now: number) => {
      const seconds = at === null ? 0 : Math.ceil((at - now) / 1_000);
      return seconds > 0 ? fillPhrase(words.nextTry, { seconds: String(seconds) }) : words.tryingNow;
    },
    [at, words],
  );
  return <Ticking text={text} className={className} />;
}
