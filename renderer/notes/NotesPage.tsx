import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { useSavedFile } from '../diagnostics/useSavedFile.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { Button } from '../ui/Button.tsx';
import { FoundList } from './FoundList.tsx';
import { NoteTroubles } from './NoteTroubles.tsx';
import { OneNote } from './OneNote.tsx';
import { useFoundNotes } from './useFoundNotes.ts';
import './notes.css';

interface NotesPageProps {
  readonly state: AppState;
  readonly onClose: () => void;
}

/** All notes: found, read, changed, saved as a file. Loaded when it is first opened. */
export function NotesPage({ state, onClose }: NotesPageProps): ReactElement {
  const words = useWords();
  const { exportNotes } = useActions();
  const { said, take } = useSavedFile();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useFoundNotes(query, chosen);
  const search = useRef<HTMLInputElement>(null);
  const { notes } = words;
  const { exportAllowed } = state.settings.values;

  useEffect(() => {
    const before = document.activeElement;
    search.current?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <section
      className="notes"
      aria-label={notes.title}
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      })}
    >
      <header className="notes__head">
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden="true" />
          {notes.back}
        </Button>
        <h2>{notes.title}</h2>
        <input
          ref={search}
          type="search"
          className="notes__search"
          aria-label={notes.search}
          placeholder={notes.searchHint}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
        />
        <span className="dim" role="status">
          {said === '' && found.kind === 'found' ? notes.found(found.total) : said}
        </span>
        <span className="notes__files">
          {(['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              blocked={!exportAllowed || found.kind !== 'found' || found.total === 0}
              title={exportAllowed ? undefined : words.problems['export-not-allowed'].sentence}
              onClick={() => {
                take(exportNotes({ query, format }));
              }}
            >
              {format === 'csv' ? notes.exportCsv : notes.exportJson}
            </Button>
          ))}
        </span>
      </header>
      <NoteTroubles notes={state.notes} />
      <div className="notes__body">
        <FoundList found={found} searched={query.trim() !== ''} chosen={chosen} onChoose={setChosen} />
        <div className="notes__one">{chosen === null ? <p className="dim">{notes.choose}</p> : <OneNote key={chosen} id={chosen} />}</div>
      </div>
    </section>
  );
}
