import { createContext, useContext } from 'react';
import type { Words } from './Words.ts';

const WordsContext = createContext<Words | null>(null);

export const WordsProvider = WordsContext.Provider;

/** The catalogue of the inspector's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Outside WordsProvider');
  return words;
}
