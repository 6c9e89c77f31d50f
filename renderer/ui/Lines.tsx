import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { Notice } from '../../contract/state.ts';
import { noticeText } from '../i18n/noticeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from './Button.tsx';
import { ProblemLine } from './ProblemWords.tsx';
import { useRestoredFocus } from './useRestoredFocus.ts';
import './lines.css';

interface LineProps {
  readonly tone: 'plain' | 'warn';
  readonly children: ReactNode;
  readonly onDismiss: (() => void) | null;
}

/** One line across the window, put away by the inspector where it can be. */
export function Line({ tone, children, onDismiss }: LineProps): ReactElement {
  const words = useWords();
  const Icon = tone === 'warn' ? TriangleAlert : Info;
  return (
    <div className={`line line--${tone}`}>
      <Icon aria-hidden="true" />
      <p className="line__words">{children}</p>
      {onDismiss === null ? null : (
        <Button look="quiet" size="icon" aria-label={words.shell.dismiss} title={words.shell.dismiss} onClick={onDismiss}>
          <X aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

interface LinesProps {
  readonly notices: readonly Notice[];
  readonly onDismissNotice: (id: string) => void;
  /** Why the inspector's last act was refused. */
  readonly problem: Problem | null;
  readonly onDismissProblem: () => void;
}

/** What is to be said once: refused acts and notices. */
export function Lines({ notices, onDismissNotice, problem, onDismissProblem }: LinesProps): ReactElement {
  const words = useWords();
  const kept = useRestoredFocus<HTMLDivElement>();
  return (
    <div role="status" {...kept}>
      {problem === null ? null : (
        <Line tone="warn" onDismiss={onDismissProblem}>
          <ProblemLine problem={problem} />
        </Line>
      )}
      {notices.map((notice) => (
        <Line
          key={notice.id}
          tone="plain"
          onDismiss={() => {
            onDismissNotice(notice.id);
          }}
        >
          {noticeText(notice, words)}
        </Line>
      ))}
    </div>
  );
}
