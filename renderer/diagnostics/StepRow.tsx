import { Check, Circle, Loader, Minus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StepName, StepResult } from '../../contract/diagnostics.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import { stepWords } from './stepWords.ts';

const marks = { passed: Check, failed: X, notTried: Minus, running: Loader, waiting: Circle } as const;

/** A step: whether it passed, what was found, what to do about it. */
export function StepRow({ name, result }: { readonly name: StepName; readonly result: StepResult }): ReactElement {
  const words = useWords();
  const { sentence, remedy, problem } = stepWords(result, words);
  const Mark = marks[result.kind];
  return (
    <li className={`result step step--${result.kind}`}>
      <Mark className="result__mark" aria-hidden="true" />
      <span>
        <span className="only-spoken">{words.diagnostics.kinds[result.kind]}: </span>
        {words.diagnostics.steps[name]}
      </span>
      <span className={result.kind === 'failed' ? 'step__words' : 'step__words dim'}>
        {problem === null ? sentence : <ProblemLine problem={problem} />}
        {remedy === '' ? null : <span className="problem__remedy"> {remedy}</span>}
      </span>
      <span className="step__took dim">{'took' in result ? words.diagnostics.took(result.took) : ''}</span>
    </li>
  );
}
