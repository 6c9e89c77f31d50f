import { statesOfRule, type OfWhom, type RuleWatch } from '../../contract/rules.ts';
import type { RosterRow } from '../../contract/roster.ts';

/** A rule about agents. */
export type AgentWatch = Extract<RuleWatch, { kind: 'timeInState' | 'numberInState' }>;

/** Whether a rule is about an agent, as far as that is known. */
type Belongs = 'yes' | 'no' | 'unsure';

/** Who is in a rule's state, kept as agents change: a change costs what changed, not what there is. */
export interface AgentIndex {
  /** An agent is another than before; null: they were not there, or have left. */
  change(before: RosterRow | null, after: RosterRow | null): void;
  /** Those in the state for long enough at `now`, the longest first; of a rule about a number, everybody in the state. */
  on(now: number): readonly RosterRow[];
  /** Agents of whom cannot be told whether the rule is about them. */
  unsure(): number;
  /** Agents who are surely of those whose state is watched, in whatever state. */
  members(): number;
  /** Agents of whom cannot be told whether they are of those. */
  perhapsMembers(): number;
  /** When, after `now`, the next one will have been in the state for long enough; null: nobody is on the way there. */
  due(now: number): number | null;
  /** Those on the way there of whom only the least time is known. */
  timeless(): Iterable<string>;
}

const minute = 60_000;

/** `favourites`: work numbers. */
export function createAgentIndex(watch: AgentWatch, favourites: ReadonlySet<string>): AgentIndex {
  const states: ReadonlySet<string> = new Set<string>(statesOfRule[watch.state]);
  const longEnough = watch.kind === 'timeInState' ? watch.minutes * minute : 0;
  const reached = new Map<string, RosterRow>();
  const onTheWay = new Map<string, RosterRow>();
  /** No later than the next one's; who left early makes it too early, which costs one evaluation. */
  let due: number | null = null;
  const timeless = new Set<string>();
  let sorted: readonly RosterRow[] | null = null;
  let members = 0;
  /** Those of whom something is not known. */
  const perhaps = new Map<string, RosterRow>();
  /** Numbers under which the watched group was seen. */
  const groupIds = new Set<number>();

  /** An agent without a group's name, but with a number that is not the group's, is not of it. */
  function membership(row: RosterRow): Belongs {
    const member = isOf(watch.of, row, favourites);
    const isOfAnother = member === 'unsure' && row.groupId !== null && groupIds.size > 0 && !groupIds.has(row.groupId);
    return isOfAnother ? 'no' : member;
  }

  function inState({ state }: RosterRow): Belongs {
    if (state === 'unknown') return 'unsure';
    return states.has(state) ? 'yes' : 'no';
  }

  function howMany(are: (row: RosterRow) => boolean): number {
    let count = 0;
    for (const row of perhaps.values()) if (are(row)) count += 1;
    return count;
  }

  function add(row: RosterRow): void {
    const member = isOf(watch.of, row, favourites);
    if (member === 'yes') {
      members += 1;
      if (watch.of.kind === 'group' && row.groupId !== null) groupIds.add(row.groupId);
    }
    const isMeant = both(member, inState(row));
    if (member === 'unsure' || isMeant === 'unsure') perhaps.set(row.workNo, row);
    if (isMeant !== 'yes') return;
    onTheWay.set(row.workNo, row);
    if (watch.kind === 'timeInState' && row.sinceIs === 'atLeast') timeless.add(row.workNo);
    due = Math.min(due ?? Number.POSITIVE_INFINITY, row.since + longEnough);
  }

  function remove(row: RosterRow): void {
    const { workNo } = row;
    if (isOf(watch.of, row, favourites) === 'yes') members -= 1;
    perhaps.delete(workNo);
    onTheWay.delete(workNo);
    timeless.delete(workNo);
    if (reached.delete(workNo)) sorted = null;
  }

  function advance(now: number): void {
    if (due === null || now < due) return;
    due = null;
    for (const row of onTheWay.values()) {
      const at = row.since + longEnough;
      if (at > now) {
        due = Math.min(due ?? Number.POSITIVE_INFINITY, at);
        continue;
      }
      onTheWay.delete(row.workNo);
      timeless.delete(row.workNo);
      reached.set(row.workNo, row);
      sorted = null;
    }
  }

  return {
    change: (before, after) => {
      if (before !== null) remove(before);
      if (after !== null) add(after);
    },
    on: (now) => {
      advance(now);
      sorted ??= [...reached.values()].sort((one, other) => one.since - other.since || (one.workNo < other.workNo ? -1 : 1));
      return sorted;
    },
    unsure: () => howMany((row) => both(membership(row), inState(row)) === 'unsure'),
    members: () => members,
    perhapsMembers: () => howMany((row) => membership(row) === 'unsure'),
    due: (now) => (onTheWay.size === 0 || due === null || due <= now ? null : due),
    timeless: () => timeless,
  };
}

function isOf(whom: OfWhom, { workNo, group }: RosterRow, favourites: ReadonlySet<string>): Belongs {
  switch (whom.kind) {
    case 'all':
      return 'yes';
    case 'favourites':
      return favourites.has(workNo) ? 'yes' : 'no';
    case 'group':
      if (group === '') return 'unsure';
      return group === whom.group ? 'yes' : 'no';
  }
}

function both(one: Belongs, other: Belongs): Belongs {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' && other === 'yes' ? 'yes' : 'unsure';
}
