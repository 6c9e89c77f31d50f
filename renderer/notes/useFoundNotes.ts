import { useEffect, useState } from 'react';
import type { NoteRow } from '../../contract/notes.ts';
import { useActions } from '../model/EarshotContext.tsx';

export type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'found'; readonly total: number; readonly rows: readonly NoteRow[]; readonly more: () => void };

/** The notes that the words find; searched again when `anew` changes. */
export function useFoundNotes(query: string, anew: unknown): Found {
  const { findNotes } = useActions();
  const [found, setFound] = useState<Found>({ kind: 'loading' });
  useEffect(() => {
    let isWanted = true;

    async function find(before: readonly NoteRow[]): Promise<void> {
      const came = await findNotes({ query, skip: before.length });
      if (!isWanted) return;
      if (came === null) {
        setFound({ kind: 'unreadable' });
        return;
      }
      const rows = [...before, ...came.rows.filter(({ id }) => before.every((each) => each.id !== id))];
      setFound({ kind: 'found', total: came.total, rows, more: () => void find(rows) });
    }

    void find([]);
    return () => {
      isWanted = false;
    };
  }, [query, anew, findNotes]);
  return found;
}
