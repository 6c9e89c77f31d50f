import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';

interface WaitingPageProps {
  /** How to leave what is going on, where it can be left. */
  readonly onCancel: (() => void) | null;
  readonly children: ReactNode;
}

/** A session is being taken up again or ended; there is nothing to fill in. */
export function WaitingPage({ onCancel, children }: WaitingPageProps): ReactElement {
  const words = useWords();
  return (
    <PagePanel title={words.product}>
      <p role="status">{children}</p>
      {onCancel === null ? null : (
        <div className="page__buttons">
          <Button size="form" onClick={onCancel}>
            {words.signIn.cancel}
          </Button>
        </div>
      )}
    </PagePanel>
  );
}
