import type { ReactElement } from 'react';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { RuleMark } from '../model/ruleMarks.ts';
import './rule-mark.css';

/** Which rule a colour is of, for those who do not see it. */
export function RuleMarkWords({ mark }: { readonly mark: RuleMark | undefined }): ReactElement | null {
  const words = useWords();
  if (mark === undefined) return null;
  return <span className="only-spoken">{` ${fillPhrase(words.rules.on.mark, { rule: words.rules.rule(mark.rule) })}`}</span>;
}
