import type { RosterRow, SinceKind } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentList.ts';
import { inOrder } from './inOrder.ts';

export type Rows = ReadonlyMap<string, RosterRow>;

/** What is known beside the list. */
export interface Beside {
  /** The inspector's work number, who is not in their own list (000-005); null: nobody is signed in. */
  readonly own: string | null;
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

export interface Folded {
  readonly rows: Rows;
  /** Rows that are new or not as before. */
  readonly changed: readonly RosterRow[];
  /** Work numbers that have no row any more. */
  readonly gone: readonly string[];
}

/**
 * Folds a roster answer, of which no agent comes twice, into what is known. Time in state counts from a change that was seen;
 * an agent first seen, or seen again after a gap (not `continuous`), has been in its state at least since `at`:
 * who was idle before the gap and is idle after it may have taken a call in between, and signed in anew.
 * What a list leaves unsaid stays as it was known. Rows that did not change are the same objects as before.
 */
export function foldRoster(previous: Rows | null, agents: readonly ListedAgent[], moment: Moment, beside: Beside): Folded {
  // Who appears between two looks has signed in between them; that too is a change seen.
  const appeared = moment.continuous && previous !== null ? 'seen' : 'atLeast';
  const all: RosterRow[] = [];
  const changed: RosterRow[] = [];
  const find = previous === null ? () => undefined : inOrder(previous);
  let known = 0;
  for (const agent of agents) {
    if (agent.workNo === beside.own) continue;
    const before = find(agent.workNo);
    if (before !== undefined) known += 1;
    const row = foldAgent(before ?? firstRow(agent, moment, appeared, beside.inspectors), agent, moment, beside.groupNames);
    if (row !== before) changed.push(row);
    all.push(row);
  }
  if (previous === null || known !== all.length || known !== previous.size) {
    const rows = new Map(all.map((row) => [row.workNo, row]));
    return { rows, changed, gone: previous === null ? [] : goneFrom(previous, rows, known) };
  }
  // The same agents as before, as nearly always: a copy costs a tenth of a new map.
  if (changed.length === 0) return { rows: previous, changed, gone: [] };
  const rows = new Map(previous);
  for (const row of changed) rows.set(row.workNo, row);
  return { rows, changed, gone: [] };
}

/** Who has a row in `before` and none in `after`, where `still` of them have one. */
export function goneFrom(before: Rows, after: Rows, still: number): string[] {
  return still === before.size ? [] : [...before.keys()].filter((workNo) => !after.has(workNo));
}

function firstRow(agent: ListedAgent, { at }: Moment, sinceIs: SinceKind, inspectors: Beside['inspectors']): RosterRow {
  const inspectedBy = inspectors.get(agent.workNo) ?? null;
  return { ...agent, since: at, sinceIs, skills: null, signedInAt: null, phoneEnding: null, inspectedBy };
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
