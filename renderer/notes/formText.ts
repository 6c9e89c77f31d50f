import type { FormWords } from '../../contract/notes.ts';
import { useAppView } from '../model/EarshotContext.tsx';

/** Says a form's words in the language that the page speaks. */
export function useFormText(): (words: FormWords) => string {
  const { state } = useAppView();
  const language = state?.language ?? 'en';
  return (words) => (typeof words === 'string' ? words : words[language]);
}
