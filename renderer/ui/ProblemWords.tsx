import { OctagonAlert } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { problemText } from '../i18n/problemText.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** A problem as one run of text: what happened, what to do, its code small at the end. */
export function ProblemLine({ problem }: { readonly problem: Problem }): ReactElement {
  const words = useWords();
  const { sentence, remedy } = problemText(problem, words);
  return (
    <>
      {sentence}
      {words.gap}
      <span className="problem__remedy">{remedy}</span> <span className="problem__code">{problem.code}</span>
    </>
  );
}

interface PanelProps {
  readonly problem: Problem;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A problem as a block of a page; it can be given the focus, and is announced when it appears. */
export function ProblemPanel({ problem, ref }: PanelProps): ReactElement {
  const { sentence, remedy } = problemText(problem, useWords());
  return (
    <div className="panel-problem" role="alert" tabIndex={-1} ref={ref}>
      <OctagonAlert aria-hidden="true" />
      <div className="panel-problem__words">
        <p className="strong">{sentence}</p>
        <p className="problem__remedy">{remedy}</p>
        <p className="problem__code">{problem.code}</p>
      </div>
    </div>
  );
}
