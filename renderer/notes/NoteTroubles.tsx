import type { ReactElement } from 'react';
import type { Notes } from '../../contract/notes.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** What is amiss with the notes' files. */
export function NoteTroubles({ notes: { writable, damaged, newer, locked } }: { readonly notes: Notes }): ReactElement | null {
  const { notes } = useWords();
  if (writable && damaged + newer + locked === 0) return null;
  return (
    <div className="notes__troubles" role="status">
      {writable ? null : <p>{notes.notWritten}</p>}
      {locked === 0 ? null : <p>{notes.locked(locked)}</p>}
      {newer === 0 ? null : <p>{notes.newer(newer)}</p>}
      {damaged === 0 ? null : <p>{notes.damaged(damaged)}</p>}
    </div>
  );
}
