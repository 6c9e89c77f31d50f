import type { RosterRow, RowsMessage } from '../../contract/roster.ts';

/** The roster as of one revision, by work number. */
export interface Roster {
  readonly revision: number;
  readonly rows: ReadonlyMap<string, RosterRow>;
}

/**
 * The roster after a message; null when the message does not follow on what is held (a revision is missing),
 * so that only a fresh snapshot can help. A row that did not change keeps its identity.
 */
export function applyRosterMessage(held: Roster | null, message: RowsMessage): Roster | null {
  switch (message.kind) {
    case 'snapshot':
      return { revision: message.revision, rows: new Map(message.rows.map((row) => [row.workNo, row])) };
    case 'patch': {
      if (held === null || message.revision !== held.revision + 1) return null;
      const rows = new Map(held.rows);
      for (const workNo of message.removed) rows.delete(workNo);
      for (const row of message.changed) rows.set(row.workNo, row);
      return { revision: message.revision, rows };
    }
  }
}
