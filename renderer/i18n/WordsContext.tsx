import { createContext, useContext } from 'react';
import { en, type Words } from './en.ts';

const WordsContext = createContext<Words>(en);

export const WordsProvider = WordsContext.Provider;

/** The catalogue of the inspector's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
