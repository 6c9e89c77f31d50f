import { ArrowLeftRight, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';

interface TableFootProps {
  readonly shown: number;
  readonly all: number;
  /** Whether there ever was a roster to count. */
  readonly known: boolean;
  readonly leftOut: number;
  readonly moved: number;
  /** Some columns are beyond the edge. */
  readonly wider: boolean;
  readonly onRefresh: (byKey: boolean) => void;
}

/** Under the rows: how many there are, and how many stand elsewhere than they would while the order is held. */
export function TableFoot({ shown, all, known, leftOut, moved, wider, onRefresh }: TableFootProps): ReactElement {
  const words = useWords();
  return (
    <div className="agents__foot">
      <p className="agents__count">
        {known ? (shown === all ? words.roster.count(all) : words.roster.countOf(shown, all)) : null}
        {leftOut > 0 ? <span className="agents__left-out">{words.roster.leftOut(leftOut)}</span> : null}
      </p>
      {moved > 0 ? (
        <p className="agents__moved">
          {words.roster.moved(moved)}
          <Button
            look="quiet"
            onClick={(event) => {
              // A click without a pointer has no detail.
              onRefresh(event.detail === 0);
            }}
          >
            <RefreshCw aria-hidden="true" />
            {words.roster.refresh}
          </Button>
        </p>
      ) : null}
      {wider ? (
        <p className="agents__wider dim">
          <ArrowLeftRight aria-hidden="true" />
          {words.roster.wider}
        </p>
      ) : null}
    </div>
  );
}
