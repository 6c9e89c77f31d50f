import type { RosterRow } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentgroup.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/**
 * Folds a roster answer into what is known, in the answer's order. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (`continuous` false), has been in its state at least since `now`.
 * Rows that did not change are the same objects as before.
 */
export function foldRoster(previous: Rows | null, agents: readonly ListedAgent[], now: number, continuous: boolean): Rows {
  const rows = new Map<string, RosterRow>();
  for (const agent of agents) {
    const before = continuous ? previous?.get(agent.workNo) : undefined;
    if (before?.state === agent.state) {
      const same = before.name === agent.name && before.group === agent.group;
      rows.set(agent.workNo, same ? before : { ...before, name: agent.name, group: agent.group });
    } else {
      // Who appears between two looks has signed in between them; that too is a change seen.
      rows.set(agent.workNo, { ...agent, since: now, sinceSeen: continuous && previous !== null });
    }
  }
  return rows;
}
