import { agentStates, type AgentState } from '../../../contract/agentState.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import type { RosterView } from '../../../contract/rosterView.ts';
import { createListeners } from '../../../contract/listeners.ts';
import type { RosterChange, RosterStore, SomeChanged } from '../../bridge/rosterStore.ts';
import type { RosterViewStore } from '../../bridge/rosterViewStore.ts';
import type { Clock } from '../../clock/clock.ts';
import { agentFilter, narrowsFurther, type AgentFilter } from './filter.ts';
import { reordered } from './insert.ts';
import { movedCount } from './moved.ts';
import type { NameSounds } from './search/nameSounds.ts';
import { agentOrder, type CompareAgents, type CompareTexts } from './tableOrder.ts';
import { searchTerms } from './search/search.ts';
import { createSearchIndex } from './search/searchIndex.ts';

/** The agents as the table shows them. */
export interface ListView {
  readonly rows: readonly RosterRow[];
  /** Shown, though they have left the roster since the order is held. */
  readonly gone: ReadonlySet<string>;
  /** How many agents the roster has. */
  readonly all: number;
  /** How many agents are in each state, of those that pass everything else that is filtered by. */
  readonly counts: ReadonlyMap<AgentState, number>;
  /** While the order is held: how many agents stand elsewhere than they would. */
  readonly moved: number;
}

export interface AgentList {
  subscribe(changed: () => void): () => void;
  view(): ListView;
  /** Held: rows stay where they are, whatever changes, until it is let go or refreshed. */
  hold(held: boolean): void;
  /** Puts the rows where they belong now. */
  refresh(): void;
  /** A search is about to begin: what only it needs is made ready, so that its first key does not wait for that. */
  prepareSearch(): void;
  /** The first `most` agents that the words find, whatever the table is narrowed to, in its order; none for no words. */
  find(query: string, most: number): readonly RosterRow[];
}

export interface AgentListOptions {
  readonly roster: RosterStore;
  readonly view: RosterViewStore;
  readonly sounds: NameSounds;
  readonly compareTexts: CompareTexts;
  readonly clock: Clock;
  /** Runs once the page has a moment. */
  readonly soon: (run: () => void) => void;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Filters and orders the roster, a change at a time: TanStack Table would build, filter and sort all rows again for each patch,
 * which at ten thousand takes longer than a frame has.
 */
export function createAgentList({ roster, view, sounds, compareTexts, clock, soon }: AgentListOptions): AgentList {
  const changes = createListeners<null>();
  const search = createSearchIndex({ sounds, soon });
  const { matches } = search;
  let arranged: RosterView = view.view();
  let compare: CompareAgents = agentOrder(arranged.sort, compareTexts);
  let filter: AgentFilter = filterOf(arranged);
  let stopTicking: (() => void) | null = null;
  /** All agents, and those that pass the filter, in order. */
  let sorted: readonly RosterRow[] = [];
  let order: readonly RosterRow[] = [];
  /** How many of those who pass everything but the choice of states are in each. */
  const counts = new Map<AgentState, number>();
  let held = false;
  /** Where the rows shown stand, once a patch came while they are held. */
  let heldPlaces: ReadonlyMap<string, number> = new Map();
  let shown: ListView = { rows: [], gone: nobody, all: 0, counts: new Map(), moved: 0 };

  function filterOf({ filter: wanted, favourites }: RosterView): AgentFilter {
    return agentFilter({ filter: wanted, favourites, matches, now: clock.now });
  }

  function count(state: AgentState, more: 1 | -1): void {
    counts.set(state, (counts.get(state) ?? 0) + more);
  }

  function sortAll(): void {
    sorted = [...roster.rows().values()].sort(compare);
    filterAll(sorted);
  }

  /** `from`: all agents in order, or of them surely those who pass. */
  function filterAll(from: readonly RosterRow[]): void {
    counts.clear();
    const { open } = filter;
    const many: Partial<Record<AgentState, number>> = {};
    const passing: RosterRow[] = [];
    for (const row of from) {
      if (!open && !filter.base(row)) continue;
      many[row.state] = (many[row.state] ?? 0) + 1;
      if (!open && filter.state(row)) passing.push(row);
    }
    for (const state of agentStates) if (many[state] !== undefined) counts.set(state, many[state]);
    order = open ? from : passing;
  }

  function take(change: RosterChange): void {
    search.take(change, roster.rows());
    if (change.kind === 'all') {
      sortAll();
      publish(held);
    } else {
      takeSome(change);
      if (held && shown.rows.length > 0) publishHeld(change);
      else publish(false);
    }
  }

  function takeSome({ before, changed }: SomeChanged): void {
    sorted = reordered(sorted, before, changed, compare);
    if (filter.timed) {
      // Whom time has brought in or put out since, nobody has counted yet.
      filterAll(sorted);
      return;
    }
    for (const row of before) if (filter.base(row)) count(row.state, -1);
    const passing = changed.filter(filter.base);
    for (const { state } of passing) count(state, 1);
    order = filter.open ? sorted : reordered(order, before, passing.filter(filter.state), compare);
  }

  function publish(holding: boolean): void {
    heldPlaces = new Map();
    const rows = roster.rows();
    const common = { all: rows.size, counts: new Map(counts) };
    if (!holding || shown.rows.length === 0) {
      shown = { ...common, rows: order, gone: nobody, moved: 0 };
    } else {
      const gone = new Set<string>();
      const still = shown.rows.map((row) => {
        const now = rows.get(row.workNo);
        if (now === undefined) gone.add(row.workNo);
        return now ?? row;
      });
      shown = { ...common, rows: still, gone, moved: movedCount(still, order) };
    }
    changes.notify(null);
  }

  /** The rows stay where they are; those that changed are shown as they are now. */
  function publishHeld({ changed, removed }: SomeChanged): void {
    if (heldPlaces.size === 0) heldPlaces = new Map(shown.rows.map(({ workNo }, place) => [workNo, place]));
    const rows = [...shown.rows];
    const gone = new Set(shown.gone);
    for (const workNo of removed) if (heldPlaces.has(workNo)) gone.add(workNo);
    for (const row of changed) {
      const place = heldPlaces.get(row.workNo);
      if (place !== undefined) rows[place] = row;
      gone.delete(row.workNo);
    }
    shown = { rows, gone, all: roster.rows().size, counts: new Map(counts), moved: movedCount(rows, order) };
    changes.notify(null);
  }

  function arrange(): void {
    const before = arranged;
    arranged = view.view();
    const sortChanged = arranged.sort !== before.sort;
    const filterChanged = arranged.filter !== before.filter || arranged.favourites !== before.favourites;
    if (!sortChanged && !filterChanged) return;
    compare = agentOrder(arranged.sort, compareTexts);
    filter = filterOf(arranged);
    followTime();
    const narrower = arranged.favourites === before.favourites && !filter.timed && narrowsFurther(before.filter, arranged.filter);
    if (sortChanged) sortAll();
    else filterAll(narrower ? order : sorted);
    // Asked for by the inspector, so at once. A star given among the rows is no reason to move them.
    publish(held && !sortChanged && arranged.filter === before.filter);
  }

  function followTime(): void {
    stopTicking?.();
    stopTicking = null;
    if (!filter.timed) return;
    let first = true;
    stopTicking = clock.show(() => {
      // The clock calls at once, too.
      if (!first) refilter();
      first = false;
    });
  }

  function refilter(): void {
    filterAll(sorted);
    publish(held);
  }

  roster.subscribe(take);
  view.subscribe(arrange);
  sounds.onReady(() => {
    // Nobody searches yet.
    if (searchTerms(arranged.filter.query).length > 0) refilter();
  });
  followTime();

  return {
    subscribe: (changed) => changes.add(changed),
    view: () => shown,
    hold: (wanted) => {
      if (held === wanted) return;
      held = wanted;
      if (!held && shown.rows !== order) publish(false);
    },
    refresh: () => {
      publish(false);
    },
    prepareSearch: search.prepareSounds,
    find: (query, most) => {
      const terms = searchTerms(query);
      const found: RosterRow[] = [];
      if (terms.length === 0) return found;
      for (const row of sorted) {
        if (found.length === most) break;
        if (matches(row, terms)) found.push(row);
      }
      return found;
    },
  };
}
