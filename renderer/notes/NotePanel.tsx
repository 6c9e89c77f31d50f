import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Notes } from '../../contract/notes.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { durationText } from '../i18n/duration.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { useNote } from './useNote.ts';
import './notes.css';

interface NotePanelProps {
  readonly open: NonNullable<Notes['open']>;
  /** Takes the way to the note's text. */
  readonly focusNoteRef: RefObject<(() => void) | null>;
}

/** Where there is no room for rows and note, the note begins folded. */
const lowWindow = '(max-height: 42rem)';

/** The note of the listen: opens with it, stays after it. Loaded with the first listen. Give it the note's id as its key. */
export function NotePanel({ open, focusNoteRef }: NotePanelProps): ReactElement {
  const words = useWords();
  const { closeNote } = useActions();
  const note = useNote(open.id);
  const [folded, setFolded] = useState(() => matchMedia(lowWindow).matches);
  const { notes } = words;
  const text = useRef<HTMLTextAreaElement>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    focusNoteRef.current = () => {
      isAsked.current = true;
      setFolded(false);
      focusAsked();
    };
    focusAsked();
    return () => {
      focusNoteRef.current = null;
    };

    function focusAsked(): void {
      // Folded away, or still on its way, it takes no focus yet.
      if (!isAsked.current || text.current === null || text.current.closest('[hidden]') !== null) return;
      isAsked.current = false;
      text.current.focus();
    }
  });
  return (
    <section className="note-panel" aria-label={notes.panel}>
      <header className="note-panel__head">
        <h2 className="note-panel__title clip">
          <Phrase text={notes.of} values={{ name: <AgentName name={open.agent.name} />, workNo: open.agent.workNo }} />
        </h2>
        {open.heardFor === null ? null : (
          <span className="dim">{fillPhrase(notes.heardFor, { duration: durationText(open.heardFor) })}</span>
        )}
        <Button
          look="quiet"
          size="icon"
          aria-expanded={!folded}
          aria-label={folded ? notes.unfold : notes.fold}
          title={folded ? notes.unfold : notes.fold}
          onClick={() => {
            setFolded(!folded);
          }}
        >
          {folded ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
        </Button>
        {open.listening ? null : (
          <Button look="quiet" size="icon" aria-label={notes.close} title={notes.close} onClick={closeNote}>
            <X aria-hidden="true" />
          </Button>
        )}
      </header>
      {/* Kept while it is folded: what was typed last may be on its way to the disk. */}
      <div className="note-panel__body" hidden={folded}>
        {note === 'loading' ? <p className="dim">{notes.loading}</p> : null}
        {note === null ? <p role="alert">{notes.unreadable}</p> : null}
        {note === 'loading' || note === null ? null : <NoteEditor note={note} textRef={text} />}
      </div>
    </section>
  );
}
