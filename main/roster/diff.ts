import type { RosterRow, RowsMessage } from '../../contract/roster.ts';
import { goneFrom, type Rows } from './fold.ts';
import { inOrder } from './inOrder.ts';

export interface Difference {
  readonly changed: RosterRow[];
  readonly removed: string[];
}

/** What turns `before` into `after`; null when nothing does. Rows are compared by identity: `foldRoster` keeps the unchanged. */
export function difference(before: Rows, after: Rows): Difference | null {
  if (before === after) return null;
  const changed: RosterRow[] = [];
  const find = inOrder(before);
  let still = 0;
  for (const row of after.values()) {
    const known = find(row.workNo);
    if (known !== undefined) still += 1;
    if (known !== row) changed.push(row);
  }
  const removed = goneFrom(before, after, still);
  return changed.length === 0 && removed.length === 0 ? null : { changed, removed };
}

/** The next message for a renderer that was last sent `sent` (null: nothing yet) as revision `revision`; null when it is up to date. */
export function nextMessage(sent: Rows | null, rows: Rows, revision: number): RowsMessage | null {
  if (sent === null) return { kind: 'snapshot', revision: revision + 1, rows: [...rows.values()] };
  const found = difference(sent, rows);
  return found === null ? null : { kind: 'patch', revision: revision + 1, ...found };
}
