import type { RosterRow, SinceKind } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentList.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/** What is known from other sources than the list. */
export interface Beside {
  /** Who hears an agent: inspectors' work numbers by agents'. */
  readonly inspectors: ReadonlyMap<string, string>;
  /** For lists that give a group's number only. */
  readonly groupNames: ReadonlyMap<number, string>;
}

/** When the list was polled, and whether nothing can have come and gone unseen since the poll before. */
export interface Moment {
  readonly at: number;
  readonly continuous: boolean;
}

/**
 * The row of an agent who is in a list, out of what was known of them. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (not `continuous`), has been in its state at least since `at`:
 * an agent idle before the gap and idle after it may have taken a call in between, or signed in again.
 * What a list leaves out keeps its last known value. A row that did not change is the same object as before.
 *
 * `appeared`: how certain `since` is for an agent not known before.
 */
export function mergeAgent(
  before: RosterRow | undefined,
  agent: ListedAgent,
  moment: Moment,
  beside: Beside,
  appeared: SinceKind,
): RosterRow {
  return mergeInto(before ?? firstRow(agent, moment, appeared, beside.inspectors), agent, moment, beside.groupNames);
}

function firstRow(agent: ListedAgent, { at }: Moment, sinceIs: SinceKind, inspectors: Beside['inspectors']): RosterRow {
  const inspectedBy = inspectors.get(agent.workNo) ?? null;
  return { ...agent, since: at, sinceIs, skills: null, signedInAt: null, phoneEnding: null, inspectedBy };
}

function mergeInto(before: RosterRow, agent: ListedAgent, { at, continuous }: Moment, groupNames: ReadonlyMap<number, string>): RosterRow {
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
