import { useEffect, useState } from 'react';
import type { LeftAgent, WorkRow } from '../../contract/worklist.ts';
import { useActions } from '../model/EarshotContext.tsx';

export type ReadWork =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly rows: readonly WorkRow[]; readonly total: number; readonly left: readonly LeftAgent[] };

/** The agents of the plan, who needs it most first: `pages` of them, read again with each `revision`. What was read stays until then. */
export function useWorkPage(revision: number, pages: number): ReadWork {
  const { readWorklist } = useActions();
  const [read, setRead] = useState<ReadWork>({ kind: 'loading' });
  useEffect(() => {
    let isWanted = true;

    async function readAll(): Promise<void> {
      let rows: readonly WorkRow[] = [];
      let total = 0;
      let left: readonly LeftAgent[] = [];
      for (let page = 0; page < pages; page += 1) {
        const came = await readWorklist({ skip: rows.length });
        if (!isWanted) return;
        if (came === null) {
          setRead({ kind: 'unreadable' });
          return;
        }
        if (page === 0) ({ left } = came);
        ({ total } = came);
        rows = [...rows, ...came.rows];
        if (rows.length >= total) break;
      }
      setRead({ kind: 'read', rows, total, left });
    }

    void readAll();
    return () => {
      isWanted = false;
    };
  }, [revision, pages, readWorklist]);
  return read;
}
