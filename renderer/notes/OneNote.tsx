import type { ReactElement } from 'react';
import { gradeOf } from '../../contract/grade.ts';
import type { Note } from '../../contract/notes.ts';
import { durationText } from '../i18n/duration.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { useNote } from './useNote.ts';

/** A note that was chosen: what it says, to change, and what it said before. Give it the note's id as its key. */
export function OneNote({ id }: { readonly id: string }): ReactElement {
  const words = useWords();
  const { notes } = words;
  const note = useNote(id);
  if (note === 'loading') return <p className="dim">{notes.loading}</p>;
  if (note === null) return <p role="alert">{notes.unreadable}</p>;
  return (
    <article>
      <h3>
        <Phrase text={notes.of} values={{ name: <AgentName name={note.agent.name} />, workNo: note.agent.workNo }} />
      </h3>
      <p className="dim">
        {fillPhrase(notes.started, { date: dateText(note.started, words) })}
        {note.heardFor === null ? null : (
          <>
            {words.listGap}
            {fillPhrase(notes.heardFor, { duration: durationText(note.heardFor) })}
          </>
        )}
      </p>
      <NoteEditor note={note} />
      {note.revisions === 0 ? null : <History note={note} />}
    </article>
  );
}

function History({ note }: { readonly note: Note }): ReactElement {
  const words = useWords();
  const { notes } = words;
  return (
    <details className="notes__history">
      <summary>{notes.history(note.revisions)}</summary>
      <ol>
        {note.history.map((each) => {
          const grade = gradeOf(note.form, each.scores);
          return (
            <li key={each.at}>
              <p className="dim">
                {fillPhrase(notes.version, { date: dateText(each.at, words), who: each.by })}
                {words.listGap}
                {grade === null ? notes.noGrade : fillPhrase(notes.grade, { percent: String(grade) })}
              </p>
              <p className="notes__before">{each.text === '' ? notes.noText : each.text}</p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
