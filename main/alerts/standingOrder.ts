import { canBeHeard, type RosterRow } from '../../contract/roster.ts';
import type { StandingTarget } from '../../contract/standing.ts';

/** An agent of a standing listen, as the last poll of the roster showed them. */
export interface StandingAgent {
  readonly workNo: string;
  /** Empty: not known. */
  readonly name: string;
  /** Null: in no call that could be heard. */
  readonly phase: 'talking' | 'occupied' | null;
  /** The state began before the first poll, or in a gap: the beginning of a call was not seen. */
  readonly unseen: boolean;
}

/**
 * The agents of a standing listen who are signed in and could be heard, in the order in which their calls are chosen: the agents of the
 * list in its order, then those of its groups, group by group in its order, in each the lowest work number first. None comes twice.
 */
export function inPrecedence(
  targets: readonly StandingTarget[],
  rows: ReadonlyMap<string, RosterRow>,
  refused: ReadonlySet<string>,
): readonly StandingAgent[] {
  const agents = new Map<string, StandingAgent>();
  const put = (row: RosterRow | undefined): void => {
    if (row === undefined || row.state === 'signedOut' || row.voice === false || refused.has(row.workNo)) return;
    if (!agents.has(row.workNo)) agents.set(row.workNo, seen(row));
  };
  for (const target of targets) if (target.kind === 'agent') put(rows.get(target.agent.workNo));
  for (const members of membersOf(targets, rows)) members.sort(byNumber).forEach(put);
  return [...agents.values()];
}

/** The rows of each group of the list, in the list's order. */
function membersOf(targets: readonly StandingTarget[], rows: ReadonlyMap<string, RosterRow>): Iterable<RosterRow[]> {
  const groups = new Map<string, RosterRow[]>();
  for (const target of targets) if (target.kind === 'group') groups.set(target.group, []);
  if (groups.size > 0) for (const row of rows.values()) groups.get(row.group)?.push(row);
  return groups.values();
}

function byNumber(one: RosterRow, other: RosterRow): number {
  return Number(one.workNo) - Number(other.workNo);
}

function seen(row: RosterRow): StandingAgent {
  const { workNo, name, state, sinceIs } = row;
  return { workNo, name, phase: canBeHeard(row) ? phaseOf(state) : null, unseen: sinceIs === 'atLeast' };
}

function phaseOf(state: RosterRow['state']): 'talking' | 'occupied' {
  return state === 'talking' ? 'talking' : 'occupied';
}
