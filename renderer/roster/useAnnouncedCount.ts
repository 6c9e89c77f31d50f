import { useEffect, useRef } from 'react';
import type { RosterFilter } from '../../contract/rosterView.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** After a pause in typing. */
const SETTLE_MS = 600;

/** Says how many agents match, after what is looked for has changed; never when only the agents have. */
export function useAnnouncedCount(shown: number, filter: RosterFilter, say: (words: string) => void): void {
  const words = useWords();
  const present = useRef(shown);
  const said = useRef(filter);
  useEffect(() => {
    present.current = shown;
  }, [shown]);
  useEffect(() => {
    if (said.current === filter) return undefined;
    const timer = setTimeout(() => {
      said.current = filter;
      say(words.roster.match(present.current));
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [filter, say, words]);
}
