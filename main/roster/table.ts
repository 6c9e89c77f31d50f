import { setImmediate as othersTurn } from 'node:timers/promises';
import type { AgentState } from '../../contract/agentState.ts';
import type { RosterRow, StateInterval } from '../../contract/roster.ts';
import type { AgentFacts } from '../gateway/agentDetails.ts';
import { createListReader, type ListedAgent, type ListReader, type ListReading } from '../gateway/agentList.ts';
import { exactSince } from './exactSince.ts';
import { mergeAgent, type Rows } from './mergeAgent.ts';
import { createStateHistory } from './history.ts';

/** What one poll of the list brought. */
export interface PolledList {
  readonly list: ListReading;
  readonly at: number;
  /** The poll before was so close that nothing can have come and gone unseen in between. */
  readonly continuous: boolean;
}

/**
 * All the work on the roster that grows with the number of agents, behind one interface of plain data:
 * reading and validating the entries, merging them with what is known, the history. It stays in main by measurement
 * (`npm run bench -- roster-main`), a little at a time: see docs/roster.md for the figures.
 */
export interface RosterTable {
  /** Reads the lists of this session. */
  reader(): ListReader;
  /** The same map for a session, which changes in place. Null: not polled yet. */
  rows(): Rows | null;
  /** Work numbers of all whose rows may have changed since this was asked last. */
  touched(): ReadonlySet<string>;
  /**
   * Merges a polled list, yielding to other work in between where it is long; the number of entries that are not shown. Null: the
   * session ended, or another list came, before all of it was merged.
   */
  applyList(polled: PolledList): Promise<number | null>;
  /** The inspector's own state in the last poll; null: they are not in the list. */
  ownState(): AgentState | null;
  /**
   * Merges what the gateway said at `at` (`date` by its own clock) of single agents, each asked about the state that began (as far as
   * known) at `since`.
   */
  applyDetails(answers: readonly { readonly since: number; readonly facts: AgentFacts }[], at: number, date: number): void;
  /** Who inspects an agent now, as far as the gateway tells; null: nobody is known to. */
  inspected(workNo: string, by: string | null): void;
  /** Names of groups that the list gave by number only. */
  nameGroups(names: ReadonlyMap<number, string>): void;
  history(workNo: string): StateInterval[];
  clear(): void;
}

/** Agents from which each step of applying a list takes so long that other work gets a turn after it. */
const muchAtOnce = 10_000;

/** Agents merged before other work gets a turn: a millisecond or two. */
const atOnce = 1_000;

/** `own`: the inspector's work number, who is not in their own list (000-005). */
export function createRosterTable(own: () => string | null): RosterTable {
  let reader = createListReader();
  const history = createStateHistory();
  const inspectors = new Map<string, string>();
  let groupNames: ReadonlyMap<number, string> = new Map();
  let rows: Map<string, RosterRow> | null = null;
  let touched = new Set<string>();
  let polledAt: number | null = null;
  let takes = 0;
  /** Something beside the list changed that concerns every agent. */
  let all = false;
  /** A list is not yet, or was never, merged to its end. */
  let unfinished = false;
  /** Agents whose details came since the last poll. */
  let detailed = new Set<string>();

  function setRow(row: RosterRow): void {
    rows?.set(row.workNo, row);
    touched.add(row.workNo);
  }

  function removeGone(gone: readonly string[], from: Map<string, RosterRow>, { at, continuous }: PolledList): void {
    for (const workNo of gone) {
      if (!from.delete(workNo)) continue;
      touched.add(workNo);
      history.enter(workNo, 'signedOut', at, continuous ? 'seen' : 'atLeast');
    }
  }

  /** The agents that a poll may have changed. */
  function toMerge(changed: readonly ListedAgent[], { continuous }: PolledList): Iterable<ListedAgent> {
    const agents = reader.agents();
    const asked = [...detailed].flatMap((workNo) => agents.get(workNo) ?? []);
    const everybody = all || unfinished || !continuous;
    detailed = new Set();
    all = false;
    return everybody ? agents.values() : [...changed, ...asked];
  }

  function enter({ workNo, state, since, sinceIs }: RosterRow): void {
    history.enter(workNo, state, since, sinceIs);
  }

  /** Does something with each, other work getting a turn in between; tells whether to the end, and not only until another list came. */
  async function inTurns<One>(all: Iterable<One>, turn: number, act: (one: One) => void): Promise<boolean> {
    let done = 0;
    for (const one of all) {
      act(one);
      done += 1;
      if (done % atOnce !== 0) continue;
      await othersTurn();
      if (turn !== takes) return false;
    }
    return true;
  }

  async function applyList(polled: PolledList): Promise<number | null> {
    const { at, continuous } = polled;
    takes += 1;
    const turn = takes;
    const session = reader;
    const taken = await session.take(polled.list);
    if (taken === null || session !== reader) return null;
    const { changed, gone, leftOut } = taken;
    const into = rows ?? new Map<string, RosterRow>();
    // An agent who appears between two polls has signed in between them: a change seen.
    const appeared = continuous && rows !== null ? 'seen' : 'atLeast';
    if (!continuous && polledAt !== null) history.gap(polledAt, at);
    removeGone(gone, into, polled);
    const merging = toMerge(changed, polled);
    unfinished = true;
    if (reader.agents().size > muchAtOnce) await othersTurn();
    if (turn !== takes) return null;
    const isFirst = rows === null;
    const merged = await inTurns(merging, turn, (agent) => {
      if (agent.workNo === own() || agent.state === 'signedOut') return;
      const before = into.get(agent.workNo);
      const row = mergeAgent(before, agent, polled, { inspectors, groupNames }, appeared);
      if (row === before) return;
      into.set(row.workNo, row);
      if (isFirst) return;
      touched.add(row.workNo);
      enter(row);
    });
    // Nobody holds rows yet that were touched. Tables that grow to ten thousands grow at different turns, as each takes ten milliseconds.
    if (!merged || (isFirst && !(await inTurns(into.values(), turn, enter)))) return null;
    if (into.size > muchAtOnce) await othersTurn();
    if (turn !== takes) return null;
    unfinished = false;
    rows = into;
    polledAt = at;
    return leftOut;
  }

  return {
    reader: () => reader,
    rows: () => rows,
    touched: () => {
      const now = touched;
      touched = new Set();
      return now;
    },
    applyList,
    ownState: () => reader.agents().get(own() ?? '')?.state ?? null,
    applyDetails: (answers, at, date) => {
      for (const { since: askedFor, facts } of answers) {
        const row = rows?.get(facts.workNo);
        if (row === undefined) continue;
        // The state changed while the answer was on its way: which of the two its time is about is not known.
        const since = row.since === askedFor ? exactSince(row, facts, at, date) : null;
        if (since !== null) history.confirm(row.workNo, since, at);
        detailed.add(row.workNo);
        setRow({
          ...row,
          ...(since === null ? {} : { since, sinceIs: 'exact' as const }),
          group: row.group === '' ? facts.group : row.group,
          groupId: row.groupId ?? facts.groupId,
          voice: row.voice ?? facts.voice,
          skills: facts.skills === null ? row.skills : [...facts.skills],
          signedInAt: facts.signedInAt ?? row.signedInAt,
          phoneEnding: facts.phoneEnding ?? row.phoneEnding,
        });
      }
    },
    inspected: (workNo, by) => {
      if (by === null) inspectors.delete(workNo);
      else inspectors.set(workNo, by);
      const row = rows?.get(workNo);
      if (row !== undefined && row.inspectedBy !== by) setRow({ ...row, inspectedBy: by });
    },
    nameGroups: (names) => {
      groupNames = names;
      all = true;
      for (const row of rows?.values() ?? []) {
        const name = row.group === '' && row.groupId !== null ? names.get(row.groupId) : undefined;
        if (name !== undefined) setRow({ ...row, group: name });
      }
    },
    history: (workNo) => history.of(workNo),
    clear: () => {
      reader = createListReader();
      takes += 1;
      all = false;
      unfinished = false;
      detailed = new Set();
      touched = new Set();
      rows = null;
      polledAt = null;
      groupNames = new Map();
      inspectors.clear();
      history.clear();
    },
  };
}
