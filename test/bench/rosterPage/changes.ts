import type { RosterMessage, RosterRow } from '../../../contract/roster.ts';
import { people } from '../../renderer/faces/people.ts';

/** A roster of so many agents and how it goes on; the same rows and changes at each run. */
export interface Centre {
  readonly snapshot: RosterMessage;
  /** One in a hundred, others each time: the state and what hangs on it. */
  next(): RosterMessage;
}

export function createCentre(agents: number): Centre {
  const rows = people(agents, Date.now());
  let revision = 1;
  return {
    snapshot: { kind: 'snapshot', revision, rows },
    next: () => {
      revision += 1;
      return { kind: 'patch', revision, changed: changedRows(rows, revision), removed: [] };
    },
  };
}

function changedRows(rows: readonly RosterRow[], turn: number): RosterRow[] {
  const now = Date.now();
  return rows
    .filter((_, index) => (index + turn * 37) % 100 === 0)
    .map((row) => ({ ...row, state: turn % 2 === 0 ? ('talking' as const) : ('idle' as const), since: now, sinceIs: 'seen' as const }));
}
