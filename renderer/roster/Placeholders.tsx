import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { AppState, Connection, RosterStatus } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import './placeholders.css';

const SKELETON_ROWS = 16;

interface RosterPlaceholderOptions {
  readonly state: AppState;
  readonly connection: Connection;
  readonly shown: number;
  readonly all: number;
  /** How many columns have a heading. */
  readonly columns: number;
  readonly onShowAll: () => void;
}

/** What stands in place of rows; null where there are rows. */
export function rosterPlaceholder({
  state: { roster },
  connection,
  shown,
  all,
  columns,
  onShowAll,
}: RosterPlaceholderOptions): ReactElement | null {
  if (shown > 0) return null;
  if (all > 0) return <NoMatchState onShowAll={onShowAll} />;
  return nobodyPlaceholder(roster, connection) ?? <LoadingState columns={columns} />;
}

/** Why nobody is there to be shown; null: the agents are on their way. */
export function nobodyPlaceholder(roster: RosterStatus, connection: Connection): ReactElement | null {
  if (roster.kind === 'failed') return <ErrorState problem={roster.problem} />;
  if (connection.kind === 'offline' || connection.kind === 'reconnecting') return <ErrorState problem={connection.problem} />;
  return roster.kind === 'ready' && roster.count === 0 ? <EmptyState /> : null;
}

/** The agents are on their way: rows without words, which do not move. */
function LoadingState({ columns }: { readonly columns: number }): ReactElement {
  const words = useWords();
  return (
    <div className="skeleton">
      <p className="only-spoken" role="status">
        {words.roster.loading}
      </p>
      <div aria-hidden="true">
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <div key={index} className="agents__row skeleton__row">
            <span className="skeleton__bar skeleton__bar--short" />
            {Array.from({ length: columns }, (__, place) => (
              <span key={place} className="skeleton__bar" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface PlainStateProps {
  readonly title: string;
  readonly children: ReactNode;
}

function PlainState({ title, children }: PlainStateProps): ReactElement {
  return (
    <div className="plain-placeholder">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function EmptyState(): ReactElement {
  const words = useWords();
  return (
    <PlainState title={words.roster.empty}>
      <p className="dim">{words.roster.emptyHint}</p>
    </PlainState>
  );
}

function NoMatchState({ onShowAll }: { readonly onShowAll: () => void }): ReactElement {
  const words = useWords();
  return (
    <PlainState title={words.roster.noMatch}>
      <p className="dim">{words.roster.noMatchHint}</p>
      <Button onClick={onShowAll}>{words.roster.showAll}</Button>
    </PlainState>
  );
}

function ErrorState({ problem }: { readonly problem: Problem }): ReactElement {
  const words = useWords();
  return (
    <PlainState title={words.roster.failed}>
      <p>
        <ProblemLine problem={problem} />
      </p>
    </PlainState>
  );
}
