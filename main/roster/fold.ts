import type { RosterRow } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentList.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/** Who is known to hear an agent: inspectors' work numbers by agents'. */
export type Inspectors = ReadonlyMap<string, string>;

/**
 * Folds a roster answer into what is known, in the answer's order. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (`continuous` false), has been in its state at least since `now`:
 * who was idle before the gap and is idle after it may have taken a call in between, and signed in anew.
 * What a list leaves unsaid stays as it was known. Rows that did not change are the same objects as before.
 */
export function foldRoster(
  previous: Rows | null,
  agents: readonly ListedAgent[],
  now: number,
  continuous: boolean,
  inspectors: Inspectors,
): Rows {
  const rows = new Map<string, RosterRow>();
  // Who appears between two looks has signed in between them; that too is a change seen.
  const appeared = continuous && previous !== null ? 'seen' : 'atLeast';
  for (const agent of agents) {
    const before = previous?.get(agent.workNo);
    if (before === undefined) {
      const inspectedBy = inspectors.get(agent.workNo) ?? null;
      rows.set(agent.workNo, { ...agent, since: now, sinceIs: appeared, skills: null, signedInAt: null, phoneEnding: null, inspectedBy });
    } else rows.set(agent.workNo, foldAgent(before, agent, now, continuous));
  }
  return rows;
}

function foldAgent(before: RosterRow, agent: ListedAgent, now: number, continuous: boolean): RosterRow {
  const name = agent.name === '' ? before.name : agent.name;
  const group = agent.group === '' ? before.group : agent.group;
  const groupId = agent.groupId ?? before.groupId;
  const voice = agent.voice ?? before.voice;
  const { state } = agent;
  if (!continuous) return { ...before, name, group, groupId, voice, state, since: now, sinceIs: 'atLeast', signedInAt: null };
  if (before.state !== state) return { ...before, name, group, groupId, voice, state, since: now, sinceIs: 'seen' };
  const same = before.name === name && before.group === group && before.groupId === groupId && before.voice === voice;
  return same ? before : { ...before, name, group, groupId, voice };
}
