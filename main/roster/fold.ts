import type { RosterRow } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentgroup.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/**
 * Folds a roster answer into what is known, in the answer's order. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (`continuous` false), has been in its state at least since `now`:
 * who was idle before the gap and is idle after it may have taken a call in between, and signed in anew.
 * Rows that did not change are the same objects as before.
 */
export function foldRoster(previous: Rows | null, agents: readonly ListedAgent[], now: number, continuous: boolean): Rows {
  const rows = new Map<string, RosterRow>();
  for (const agent of agents) rows.set(agent.workNo, foldAgent(previous?.get(agent.workNo), agent, now, continuous, previous !== null));
  return rows;
}

function foldAgent(before: RosterRow | undefined, agent: ListedAgent, now: number, continuous: boolean, looked: boolean): RosterRow {
  if (before === undefined) {
    // Who appears between two looks has signed in between them; that too is a change seen.
    const sinceIs = continuous && looked ? 'seen' : 'atLeast';
    return { ...agent, since: now, sinceIs, skills: null, signedInAt: null, phoneEnding: null, inspectedBy: null };
  }
  const { name, group, groupId, voice, state } = agent;
  if (!continuous) return { ...before, name, group, groupId, voice, state, since: now, sinceIs: 'atLeast', signedInAt: null };
  if (before.state !== state) return { ...before, name, group, groupId, voice, state, since: now, sinceIs: 'seen' };
  const same = before.name === name && before.group === group && before.groupId === groupId && before.voice === voice;
  return same ? before : { ...before, name, group, groupId, voice };
}
