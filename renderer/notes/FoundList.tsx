import type { ReactElement } from 'react';
import type { NoteRow } from '../../contract/notes.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import type { Found } from './useFoundNotes.ts';

interface FoundListProps {
  readonly found: Found;
  /** Whether anything was asked for. */
  readonly searched: boolean;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** What was found, newest listen first. */
export function FoundList({ found, searched, chosen, onChoose }: FoundListProps): ReactElement {
  const { notes } = useWords();
  switch (found.kind) {
    case 'loading':
      return (
        <p className="notes__face dim" role="status">
          {notes.loading}
        </p>
      );
    case 'unreadable':
      return (
        <p className="notes__face" role="alert">
          {notes.unreadable}
        </p>
      );
    case 'found':
      if (found.total === 0) {
        return (
          <div className="notes__face">
            <p>{searched ? notes.nothingFound : notes.empty}</p>
            {searched ? null : <p className="dim">{notes.emptyHint}</p>}
          </div>
        );
      }
      return (
        <div className="notes__found">
          <ul className="notes__list" aria-label={notes.list}>
            {found.rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="notes__row"
                  aria-current={row.id === chosen || undefined}
                  onClick={() => {
                    onChoose(row.id);
                  }}
                >
                  <RowWords row={row} />
                </button>
              </li>
            ))}
          </ul>
          {found.rows.length < found.total ? <Button onClick={found.more}>{notes.more}</Button> : null}
        </div>
      );
  }
}

function RowWords({ row }: { readonly row: NoteRow }): ReactElement {
  const words = useWords();
  const { notes } = words;
  return (
    <>
      <span className="notes__who">
        <span className="clip">
          <AgentName name={row.agent.name} /> {row.agent.workNo}
        </span>
        <span>{row.grade === null ? notes.noGrade : fillPhrase(notes.grade, { percent: String(row.grade) })}</span>
      </span>
      <span className="dim">{dateText(row.started, words)}</span>
      <span className="notes__excerpt">{row.excerpt === '' ? notes.noText : row.excerpt}</span>
    </>
  );
}
