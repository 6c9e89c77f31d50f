import { useEffect, useState } from 'react';
import type { Note } from '../../contract/notes.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { createDraftSaver, type NoteDraft, type SaveStatus } from './draftSaver.ts';

interface Draft extends NoteDraft {
  readonly status: SaveStatus;
  readonly change: (part: Partial<NoteDraft>) => void;
}

/** A note as it is typed; every change of it is saved. One note a component: give it the note's id as its key. */
export function useDraft(note: Note): Draft {
  const { saveNote } = useActions();
  const [draft, setDraft] = useState<NoteDraft>({ text: note.text, scores: note.scores });
  const [status, setStatus] = useState<SaveStatus>('saved');
  const [saver] = useState(() =>
    createDraftSaver({
      save: ({ text, scores }) => saveNote({ id: note.id, text, scores: { ...scores } }),
      after: (ms, run) => {
        setTimeout(run, ms);
      },
      onStatus: setStatus,
    }),
  );
  useEffect(() => {
    const flush = (): void => {
      saver.flush();
    };
    // A window that is closed or hidden may not come back.
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [saver]);
  return {
    ...draft,
    status,
    change: (part) => {
      const next = { ...draft, ...part };
      setDraft(next);
      saver.typed(next);
    },
  };
}
