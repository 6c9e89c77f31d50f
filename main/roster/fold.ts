import type { RosterRow } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentList.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/** What is known beside the list. */
export interface Beside {
  /** Who hears an agent: inspectors' work numbers by agents'. */
  readonly inspectors: ReadonlyMap<string, string>;
  /** For lists that give a group's number only. */
  readonly groupNames: ReadonlyMap<number, string>;
}

/** When the list was asked for, and whether nothing can have come and gone unseen since the time before. */
export interface Moment {
  readonly at: number;
  readonly continuous: boolean;
}

/**
 * Folds a roster answer into what is known, in the answer's order. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (not `continuous`), has been in its state at least since `at`:
 * who was idle before the gap and is idle after it may have taken a call in between, and signed in anew.
 * What a list leaves unsaid stays as it was known. Rows that did not change are the same objects as before.
 */
export function foldRoster(previous: Rows | null, agents: readonly ListedAgent[], moment: Moment, beside: Beside): Rows {
  const rows = new Map<string, RosterRow>();
  // Who appears between two looks has signed in between them; that too is a change seen.
  const appeared = moment.continuous && previous !== null ? 'seen' : 'atLeast';
  for (const agent of agents) {
    const { workNo } = agent;
    const before = previous?.get(workNo) ?? {
      ...agent,
      since: moment.at,
      sinceIs: appeared,
      skills: null,
      signedInAt: null,
      phoneEnding: null,
      inspectedBy: beside.inspectors.get(workNo) ?? null,
    };
    rows.set(workNo, foldAgent(before, agent, moment, beside.groupNames));
  }
  return rows;
}

function foldAgent(before: RosterRow, agent: ListedAgent, { at, continuous }: Moment, groupNames: ReadonlyMap<number, string>): RosterRow {
  const name = agent.name === '' ? before.name : agent.name;
  const groupId = agent.groupId ?? before.groupId;
  const group = agent.group === '' ? (groupNames.get(groupId ?? NaN) ?? before.group) : agent.group;
  const voice = agent.voice ?? before.voice;
  const { state } = agent;
  if (!continuous) return { ...before, name, group, groupId, voice, state, since: at, sinceIs: 'atLeast', signedInAt: null };
  if (before.state !== state) return { ...before, name, group, groupId, voice, state, since: at, sinceIs: 'seen' };
  const same = before.name === name && before.group === group && before.groupId === groupId && before.voice === voice;
  return same ? before : { ...before, name, group, groupId, voice };
}
