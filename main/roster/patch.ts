import type { RosterRow, RowsMessage } from '../../contract/roster.ts';
import type { Rows } from './mergeAgent.ts';

/** What a page that holds the rows as they were needs to hold them as they are; `touched`: work numbers of all that may have changed. */
export function patchOf(rows: Rows, touched: Iterable<string>, revision: number): RowsMessage | null {
  const changed: RosterRow[] = [];
  const removed: string[] = [];
  for (const workNo of touched) {
    const row = rows.get(workNo);
    if (row === undefined) removed.push(workNo);
    else changed.push(row);
  }
  return changed.length === 0 && removed.length === 0 ? null : { kind: 'patch', revision, changed, removed };
}
