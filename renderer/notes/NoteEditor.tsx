import { useRef, type ReactElement, type RefObject } from 'react';
import { gradeOf } from '../../contract/grade.ts';
import { longestNote, type Note } from '../../contract/notes.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { Scorecard } from './Scorecard.tsx';
import { useDraft } from './useDraft.ts';

interface NoteEditorProps {
  readonly note: Note;
  readonly textRef?: RefObject<HTMLTextAreaElement | null>;
}

/** The text of a note and its scorecard; both are saved as they change. */
export function NoteEditor({ note, textRef }: NoteEditorProps): ReactElement {
  const { notes } = useWords();
  const { text, scores, status, change } = useDraft(note);
  const own = useRef<HTMLTextAreaElement>(null);
  const grade = gradeOf(note.form, scores);
  // Of nothing there is nothing to save, nor to say.
  const isNothing = note.revisions === 0 && status === 'saved' && text === '' && Object.keys(scores).length === 0;
  return (
    <div className="note">
      <div className="note__written">
        <textarea
          ref={textRef ?? own}
          className="note__text"
          aria-label={notes.text}
          placeholder={notes.placeholder}
          maxLength={longestNote}
          value={text}
          onChange={(event) => {
            change({ text: event.target.value });
          }}
          onKeyDown={unlessComposing((event) => {
            // Escape is for stopping a listen elsewhere: here it only leaves the field.
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
          })}
        />
        <p className="note__foot">
          <strong>{grade === null ? notes.noGrade : fillPhrase(notes.grade, { percent: String(grade) })}</strong>
          <span role="status" className={status === 'failed' ? 'note__bad' : 'dim'}>
            {isNothing ? '' : notes.status[status]}
          </span>
        </p>
      </div>
      <Scorecard
        form={note.form}
        scores={scores}
        onScores={(next) => {
          change({ scores: next });
        }}
      />
    </div>
  );
}
