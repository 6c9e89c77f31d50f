import { setImmediate as othersTurn } from 'node:timers/promises';
import type { AgentState } from '../../contract/agentState.ts';
import type { RosterRow, StateSpan } from '../../contract/roster.ts';
import type { AgentFacts } from '../gateway/agentDetails.ts';
import { createListReader, type ListedAgent, type ListReader, type ListReading } from '../gateway/agentList.ts';
import { exactSince } from './exactSince.ts';
import { foldAgent, type Rows } from './fold.ts';
import { createStateHistory } from './history.ts';

/** What a look at the list brought. */
export interface Look {
  readonly list: ListReading;
  readonly at: number;
  /** The look before was so close that nothing can have come and gone in between unseen. */
  readonly continuous: boolean;
}

/**
 * All the work on the roster that grows with the number of agents, behind one interface that takes and gives plain data only:
 * reading and validating the entries, folding them into what is known, the history. It stays in main by measurement
 * (`npm run bench -- roster-main`), a little at a time: see docs/roster.md for the figures.
 */
export interface RosterTable {
  /** Reads the lists of this session. */
  reader(): ListReader;
  /** The same map for a session, which changes in place. Null: nobody has looked yet. */
  rows(): Rows | null;
  /** Work numbers of all whose rows may have changed since this was asked last. */
  touched(): ReadonlySet<string>;
  /**
   * Takes a look in, others having their turn in between where that is much; tells how many entries are not shown. Null: the session
   * ended, or another look came, before all of it was taken in.
   */
  take(look: Look): Promise<number | null>;
  /** The inspector's own state in the last look; null: they are not in the list. */
  ownState(): AgentState | null;
  /**
   * Takes in what the gateway said at `at` (`date` by its own clock) of single agents, each asked about the stay that began (as far as
   * known) at `since`.
   */
  learn(answers: readonly { readonly since: number; readonly facts: AgentFacts }[], at: number, date: number): void;
  /** Who hears an agent now, as far as the gateway tells; null: nobody is known to. */
  inspected(workNo: string, by: string | null): void;
  /** Names of groups that the list gave by number only. */
  nameGroups(names: ReadonlyMap<number, string>): void;
  history(workNo: string): StateSpan[];
  clear(): void;
}

/** Of so many agents, each step of taking a list in is a stretch of its own. */
const muchAtOnce = 10_000;

/** Agents folded at a stretch, in which nobody else has a turn: a millisecond or two. */
const atOnce = 1_000;

/** `own`: the inspector's work number, who is not in their own list (000-005). */
export function createRosterTable(own: () => string | null): RosterTable {
  let reader = createListReader();
  const history = createStateHistory();
  const inspectors = new Map<string, string>();
  let groupNames: ReadonlyMap<number, string> = new Map();
  let rows: Map<string, RosterRow> | null = null;
  let touched = new Set<string>();
  let lookedAt: number | null = null;
  let takes = 0;
  /** What is known beside the list concerns everybody. */
  let all = false;
  /** A look is not yet, or was never, taken in to its end. */
  let unfinished = false;
  /** Agents of whom the gateway said something beside the list since the last look. */
  let learnt = new Set<string>();

  function put(row: RosterRow): void {
    rows?.set(row.workNo, row);
    touched.add(row.workNo);
  }

  function leave(gone: readonly string[], from: Map<string, RosterRow>, { at, continuous }: Look): void {
    for (const workNo of gone) {
      if (!from.delete(workNo)) continue;
      touched.add(workNo);
      history.enter(workNo, 'signedOut', at, continuous ? 'seen' : 'atLeast');
    }
  }

  /** Whom a look may have changed. */
  function toFold(changed: readonly ListedAgent[], { continuous }: Look): Iterable<ListedAgent> {
    const agents = reader.agents();
    const asked = [...learnt].flatMap((workNo) => agents.get(workNo) ?? []);
    const everybody = all || unfinished || !continuous;
    learnt = new Set();
    all = false;
    return everybody ? agents.values() : [...changed, ...asked];
  }

  function enter({ workNo, state, since, sinceIs }: RosterRow): void {
    history.enter(workNo, state, since, sinceIs);
  }

  /** Does something with each, others having their turn in between; tells whether to the end, and not only until another look came. */
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

  async function take(look: Look): Promise<number | null> {
    const { at, continuous } = look;
    takes += 1;
    const turn = takes;
    const session = reader;
    const taken = await session.take(look.list);
    if (taken === null || session !== reader) return null;
    const { changed, gone, leftOut } = taken;
    const into = rows ?? new Map<string, RosterRow>();
    // Who appears between two looks has signed in between them; that too is a change seen.
    const appeared = continuous && rows !== null ? 'seen' : 'atLeast';
    if (!continuous && lookedAt !== null) history.gap(lookedAt, at);
    leave(gone, into, look);
    const folding = toFold(changed, look);
    unfinished = true;
    if (reader.agents().size > muchAtOnce) await othersTurn();
    if (turn !== takes) return null;
    const isFirst = rows === null;
    const folded = await inTurns(folding, turn, (agent) => {
      if (agent.workNo === own() || agent.state === 'signedOut') return;
      const before = into.get(agent.workNo);
      const row = foldAgent(before, agent, look, { inspectors, groupNames }, appeared);
      if (row === before) return;
      into.set(row.workNo, row);
      if (isFirst) return;
      touched.add(row.workNo);
      enter(row);
    });
    // Nobody holds rows yet that were touched. Tables that grow to ten thousands grow at different turns, as each takes ten milliseconds.
    if (!folded || (isFirst && !(await inTurns(into.values(), turn, enter)))) return null;
    if (into.size > muchAtOnce) await othersTurn();
    if (turn !== takes) return null;
    unfinished = false;
    rows = into;
    lookedAt = at;
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
    take,
    ownState: () => reader.agents().get(own() ?? '')?.state ?? null,
    learn: (answers, at, date) => {
      for (const { since: askedFor, facts } of answers) {
        const row = rows?.get(facts.workNo);
        if (row === undefined) continue;
        // Another stay began while the answer was on its way: what it says of the time is about who knows which.
        const since = row.since === askedFor ? exactSince(row, facts, at, date) : null;
        if (since !== null) history.confirm(row.workNo, since, at);
        learnt.add(row.workNo);
        put({
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
      if (row !== undefined && row.inspectedBy !== by) put({ ...row, inspectedBy: by });
    },
    nameGroups: (names) => {
      groupNames = names;
      all = true;
      for (const row of rows?.values() ?? []) {
        const name = row.group === '' && row.groupId !== null ? names.get(row.groupId) : undefined;
        if (name !== undefined) put({ ...row, group: name });
      }
    },
    history: (workNo) => history.of(workNo),
    clear: () => {
      reader = createListReader();
      takes += 1;
      all = false;
      unfinished = false;
      learnt = new Set();
      touched = new Set();
      rows = null;
      lookedAt = null;
      groupNames = new Map();
      inspectors.clear();
      history.clear();
    },
  };
}
