import { useEffect, type ReactElement, type ReactNode } from 'react';
import { languageOf } from '../../contract/language.ts';
import { useAppView } from '../bridge/EarshotContext.tsx';
import { catalogues } from './catalogues.ts';
import { WordsProvider } from './WordsContext.tsx';

/** The page in the language that the state names; before the first state came, in the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { state } = useAppView();
  const language = state === null ? languageOf(navigator.languages) : state.language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <WordsProvider value={catalogues[language]}>{children}</WordsProvider>;
}
