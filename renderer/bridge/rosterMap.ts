import type { RosterRow, RowsMessage } from '../../contract/roster.ts';

/** The roster as of one revision, by work number. */
export interface Roster {
  readonly revision: number;
  readonly rows: Map<string, RosterRow>;
}

/**
 * The roster after a message. A patch changes the rows that are held in place: a copy of ten thousand would take longer than all else
 * that a patch asks for. Null: the message does not follow on what is held (a revision is missing), which then stays as it was, and only a
 * fresh snapshot can help. A row that did not change keeps its identity.
 */
export function applyRosterMessage(held: Roster | null, message: RowsMessage): Roster | null {
  switch (message.kind) {
    case 'snapshot':
      return { revision: message.revision, rows: new Map(message.rows.map((row) => [row.workNo, row])) };
    case 'patch': {
      if (held === null || message.revision !== held.revision + 1) return null;
      for (const workNo of message.removed) held.rows.delete(workNo);
      for (const row of message.changed) held.rows.set(row.workNo, row);
      return { revision: message.revision, rows: held.rows };
    }
  }
}
