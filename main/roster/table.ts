import type { AgentState } from '../../contract/agentState.ts';
import type { RosterRow, StateSpan } from '../../contract/roster.ts';
import type { AgentFacts } from '../gateway/agentDetails.ts';
import { createListReader } from '../gateway/agentList.ts';
import { exactSince } from './exactSince.ts';
import { foldRoster, type Folded, type Rows } from './fold.ts';
import { createStateHistory } from './history.ts';

/** What a look at the list brought. */
export interface Look {
  /** The answer's entries, as they came. */
  readonly entries: readonly unknown[];
  readonly at: number;
  /** The look before was so close that nothing can have come and gone in between unseen. */
  readonly continuous: boolean;
}

/**
 * All the work on the roster that grows with the number of agents, behind one interface that takes and gives plain data only:
 * reading and validating the entries, folding them into what is known, the history. What turns rows into patches (diff.ts, feed.ts)
 * is as plain. So both could move to a utility process. They stay in main by measurement (`npm run bench -- roster-main`):
 * see docs/roster.md for the figures.
 */
export interface RosterTable {
  /** Null: nobody has looked yet. */
  rows(): Rows | null;
  /** Takes a look in; tells how many entries are not shown. */
  take(look: Look): number;
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

/** `own`: the inspector's work number, who is not in their own list (000-005). */
export function createRosterTable(own: () => string | null): RosterTable {
  let readList = createListReader();
  const history = createStateHistory();
  const inspectors = new Map<string, string>();
  let groupNames: ReadonlyMap<number, string> = new Map();
  let rows: Rows | null = null;
  let lookedAt: number | null = null;
  let ownState: AgentState | null = null;

  function remember({ changed, gone }: Folded, { at, continuous }: Look): void {
    if (!continuous && lookedAt !== null) history.gap(lookedAt, at);
    for (const row of changed) history.enter(row.workNo, row.state, row.since, row.sinceIs);
    const goneIs = continuous ? 'seen' : 'atLeast';
    for (const workNo of gone) history.enter(workNo, 'signedOut', at, goneIs);
  }

  function change(changed: readonly RosterRow[]): void {
    if (rows === null || changed.length === 0) return;
    const next = new Map(rows);
    for (const row of changed) next.set(row.workNo, row);
    rows = next;
  }

  return {
    rows: () => rows,
    take: (look) => {
      const list = readList(look.entries);
      const folded = foldRoster(rows, list.agents, look, { own: own(), inspectors, groupNames });
      remember(folded, look);
      rows = folded.rows;
      lookedAt = look.at;
      const ownNumber = own();
      ownState = list.agents.find(({ workNo }) => workNo === ownNumber)?.state ?? null;
      return list.leftOut;
    },
    ownState: () => ownState,
    learn: (answers, at, date) => {
      const learnt: RosterRow[] = [];
      for (const { since: askedFor, facts } of answers) {
        const row = rows?.get(facts.workNo);
        if (row === undefined) continue;
        // Another stay began while the answer was on its way: what it says of the time is about who knows which.
        const since = row.since === askedFor ? exactSince(row, facts, at, date) : null;
        if (since !== null) history.confirm(row.workNo, since, at);
        learnt.push({
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
      change(learnt);
    },
    inspected: (workNo, by) => {
      if (by === null) inspectors.delete(workNo);
      else inspectors.set(workNo, by);
      const row = rows?.get(workNo);
      if (row !== undefined && row.inspectedBy !== by) change([{ ...row, inspectedBy: by }]);
    },
    nameGroups: (names) => {
      groupNames = names;
      change(
        [...(rows?.values() ?? [])].flatMap((row) => {
          const name = row.group === '' && row.groupId !== null ? names.get(row.groupId) : undefined;
          return name === undefined ? [] : [{ ...row, group: name }];
        }),
      );
    },
    history: (workNo) => history.of(workNo),
    clear: () => {
      readList = createListReader();
      rows = null;
      lookedAt = null;
      groupNames = new Map();
      inspectors.clear();
      history.clear();
    },
  };
}
