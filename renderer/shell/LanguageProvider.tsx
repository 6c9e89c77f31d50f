import { useEffect, type ReactElement, type ReactNode } from 'react';
import { languageOf } from '../../contract/language.ts';
import { useAppView } from '../model/EarshotContext.tsx';
import { catalogues } from '../i18n/catalogues.ts';
import { WordsProvider } from '../i18n/WordsContext.tsx';

/** The page in the language that the state names; before the first state came, in the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { state } = useAppView();
  const language = state === null ? languageOf(navigator.languages) : state.language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <WordsProvider value={catalogues[language]}>{children}</WordsProvider>;
}
