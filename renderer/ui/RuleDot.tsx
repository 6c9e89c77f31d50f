import type { ReactElement } from 'react';
import type { RuleMark } from '../model/ruleMarks.ts';
import { RuleMarkWords } from './RuleMarkWords.tsx';

/** A rule's colour beside a name or number that it is about; nothing where there is none. */
export function RuleDot({ mark }: { readonly mark: RuleMark | undefined }): ReactElement | null {
  if (mark === undefined) return null;
  return (
    <>
      <span className={`rule-mark rule-mark--${mark.colour} rule-mark--beside`} aria-hidden="true" />
      <RuleMarkWords mark={mark} />
    </>
  );
}
