import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { NextTry } from '../clock/NextTry.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';

interface Delay {
  /** Why it does not go on at once. */
  readonly problem: Problem;
  /** When the next try goes out; null: one is under way. */
  readonly nextAttempt: number | null;
  readonly onTryNow: () => void;
}

interface WaitingPageProps {
  /** How to leave what is going on, where it can be left. */
  readonly onCancel: (() => void) | null;
  readonly delay: Delay | null;
  readonly children: ReactNode;
}

/** A session is being taken up again or ended; there is nothing to fill in. */
export function WaitingPage({ onCancel, delay, children }: WaitingPageProps): ReactElement {
  const words = useWords();
  return (
    <PagePanel title={words.product}>
      <p role="status">{children}</p>
      {delay === null ? null : (
        <>
          <ProblemPanel problem={delay.problem} />
          <p className="dim">
            <NextTry at={delay.nextAttempt} className="sentence" />
          </p>
        </>
      )}
      {onCancel === null ? null : (
        <div className="page__buttons">
          {delay === null ? null : (
            <Button size="form" look="primary" onClick={delay.onTryNow}>
              {words.tryNow}
            </Button>
          )}
          <Button size="form" onClick={onCancel}>
            {words.signIn.cancel}
          </Button>
        </div>
      )}
    </PagePanel>
  );
}
