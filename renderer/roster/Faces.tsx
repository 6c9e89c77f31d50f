import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { AppState, Connection, RosterStatus } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import './faces.css';

const SKELETON_ROWS = 16;

interface RosterFaceOptions {
  readonly state: AppState;
  readonly connection: Connection;
  readonly shown: number;
  readonly all: number;
  /** How many columns have a heading. */
  readonly columns: number;
  readonly onShowAll: () => void;
}

/** What stands in place of rows; null where there are rows. */
export function rosterFace({ state: { roster }, connection, shown, all, columns, onShowAll }: RosterFaceOptions): ReactElement | null {
  if (shown > 0) return null;
  if (all > 0) return <NoMatchFace onShowAll={onShowAll} />;
  return nobodyFace(roster, connection) ?? <LoadingFace columns={columns} />;
}

/** Why nobody is there to be shown; null: the agents are on their way. */
export function nobodyFace(roster: RosterStatus, connection: Connection): ReactElement | null {
  if (roster.kind === 'failed') return <FailedFace problem={roster.problem} />;
  if (connection.kind === 'offline' || connection.kind === 'reconnecting') return <FailedFace problem={connection.problem} />;
  return roster.kind === 'ready' && roster.count === 0 ? <EmptyFace /> : null;
}

/** The agents are on their way: rows without words, which do not move. */
function LoadingFace({ columns }: { readonly columns: number }): ReactElement {
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

interface PlainFaceProps {
  readonly title: string;
  readonly children: ReactNode;
}

function PlainFace({ title, children }: PlainFaceProps): ReactElement {
  return (
    <div className="plain-face">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function EmptyFace(): ReactElement {
  const words = useWords();
  return (
    <PlainFace title={words.roster.empty}>
      <p className="dim">{words.roster.emptyHint}</p>
    </PlainFace>
  );
}

function NoMatchFace({ onShowAll }: { readonly onShowAll: () => void }): ReactElement {
  const words = useWords();
  return (
    <PlainFace title={words.roster.noMatch}>
      <p className="dim">{words.roster.noMatchHint}</p>
      <Button onClick={onShowAll}>{words.roster.showAll}</Button>
    </PlainFace>
  );
}

function FailedFace({ problem }: { readonly problem: Problem }): ReactElement {
  const words = useWords();
  return (
    <PlainFace title={words.roster.failed}>
      <p>
        <ProblemLine problem={problem} />
      </p>
    </PlainFace>
  );
}
