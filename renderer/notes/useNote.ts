import { useEffect, useState } from 'react';
import type { Note } from '../../contract/notes.ts';
import { useActions } from '../model/EarshotContext.tsx';

/** A note as it is kept; `loading` until it came, null where it cannot be read. */
export function useNote(id: string): Note | 'loading' | null {
  const { readNote } = useActions();
  const [note, setNote] = useState<Note | 'loading' | null>('loading');
  useEffect(() => {
    let isWanted = true;
    void readNote({ id }).then((came) => {
      if (isWanted) setNote(came);
    });
    return () => {
      isWanted = false;
    };
  }, [id, readNote]);
  return note;
}
