import { OctagonAlert } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import type { Problem } from '../../contract/problem.ts';

/** A problem as one run of text: what happened, what to do, its code small at the end. */
export function ProblemLine({ problem }: { readonly problem: Problem }): ReactElement {
  return (
    <>
      {problem.sentence} <span className="problem__remedy">{problem.remedy}</span> <span className="problem__code">{problem.code}</span>
    </>
  );
}

interface PanelProps {
  readonly problem: Problem;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A problem as a block of a page; it can be given the focus, and is announced when it appears. */
export function ProblemPanel({ problem, ref }: PanelProps): ReactElement {
  return (
    <div className="panel-problem" role="alert" tabIndex={-1} ref={ref}>
      <OctagonAlert aria-hidden="true" />
      <div className="panel-problem__words">
        <p className="strong">{problem.sentence}</p>
        <p className="problem__remedy">{problem.remedy}</p>
        <p className="problem__code">{problem.code}</p>
      </div>
    </div>
  );
}
