import type { Problem } from '../../contract/problem.ts';
import type { Connection, RosterStatus } from '../../contract/state.ts';

/** Why the rows shown are not the present, if they are not. */
export interface Staleness {
  /** When the rows were last what the gateway said. */
  readonly at: number;
  readonly why: StaleBecause;
}

export type StaleBecause =
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The gateway says nothing, and nobody knows why. */
  | { readonly kind: 'silence' }
  /** Not polled for a while; newer ones were just asked for. */
  | { readonly kind: 'coming' };

/** Null: the rows are the present, or there are none. */
export function stalenessOf(connection: Connection, roster: RosterStatus): Staleness | null {
  const why = whyStale(connection, roster);
  // Contact goes on while the agents are not polled: they may be older than it.
  return why === null ? null : { at: lookedAt(roster) ?? connection.lastContact, why };
}

/** Until when the rows are known to be true; null: they are the present. `lostAt`: when Earshot itself was lost. */
export function knownUntilOf(staleness: Staleness | null, roster: RosterStatus, lostAt: number | null): number | null {
  if (staleness !== null) return staleness.at;
  return lostAt === null ? null : Math.min(lostAt, lookedAt(roster) ?? lostAt);
}

function whyStale(connection: Connection, roster: RosterStatus): StaleBecause | null {
  if (connection.kind === 'offline' || connection.kind === 'reconnecting') return { kind: 'problem', problem: connection.problem };
  if (roster.kind === 'failed') return { kind: 'problem', problem: roster.problem };
  if (connection.kind === 'stale')
    return connection.problem === null ? { kind: 'silence' } : { kind: 'problem', problem: connection.problem };
  return roster.kind === 'loading' && roster.at !== null ? { kind: 'coming' } : null;
}

function lookedAt(roster: RosterStatus): number | null {
  return roster.kind === 'off' ? null : roster.at;
}
