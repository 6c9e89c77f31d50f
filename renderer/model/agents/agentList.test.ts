import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../contract/roster.ts';
import { emptyFilter, freshRosterView, sortColumns, type RosterView } from '../../../contract/rosterView.ts';
import { createListeners } from '../../../contract/listeners.ts';
import type { RosterChange } from '../../bridge/rosterStore.ts';
import { createAgentList } from './agentList.ts';
import { agentFilter } from './filter.ts';
import { movedCount } from './moved.ts';
import { agentOrder, textOrder } from './tableOrder.ts';
import { createMatcher } from './search/search.ts';
import { unknownOfRow } from '../../../test/support/rosterRow.ts';
import { anyRow } from '../../../test/support/anyRow.ts';

const silent = { of: () => ({ forms: [], letters: 0 }), onReady: () => () => undefined };
const compareTexts = textOrder();
const NOW = 30 * 60_000;

const row = (workNo: string, more: Partial<RosterRow> = {}): RosterRow => ({
  ...unknownOfRow,
  workNo,
  name: `Agent ${workNo}`,
  group: 'Sales',
  state: 'idle',
  since: NOW,
  ...more,
});

/** A list over a roster and an arrangement that the test changes by hand. */
function start(rows: readonly RosterRow[] = []) {
  const rosterChanges = createListeners<RosterChange>();
  const viewChanges = createListeners<null>();
  const soundsReady = createListeners<null>();
  const held = new Map(rows.map((each) => [each.workNo, each]));
  let view: RosterView = freshRosterView;
  const soon: (() => void)[] = [];
  let now = NOW;
  let tick = (_now: number): void => undefined;
  const list = createAgentList({
    roster: { subscribe: (changed) => rosterChanges.add(changed), rows: () => held, watch: () => undefined },
    view: { subscribe: (changed) => viewChanges.add(changed), view: () => view, change: () => undefined, flush: () => undefined },
    sounds: { ...silent, onReady: soundsReady.add },
    compareTexts,
    soon: (run) => soon.push(run),
    clock: {
      now: () => now,
      dateOf: (at) => at,
      show: (write) => {
        tick = write;
        write(now);
        return () => (tick = () => undefined);
      },
    },
  });
  rosterChanges.notify({ kind: 'all' });
  return {
    list,
    shown: () => list.view().rows.map(({ workNo }) => workNo),
    arrange: (part: Partial<RosterView>) => {
      view = { ...view, ...part };
      viewChanges.notify(null);
    },
    patch: (changed: readonly RosterRow[], removed: readonly string[] = []) => {
      const before = [...removed, ...changed.map(({ workNo }) => workNo)].flatMap((workNo) => held.get(workNo) ?? []);
      for (const workNo of removed) held.delete(workNo);
      for (const each of changed) held.set(each.workNo, each);
      rosterChanges.notify({ kind: 'some', before, changed, removed });
    },
    snapshot: (all: readonly RosterRow[]) => {
      held.clear();
      for (const each of all) held.set(each.workNo, each);
      rosterChanges.notify({ kind: 'all' });
    },
    soundsAreKnown: () => {
      soundsReady.notify(null);
    },
    pass: (ms: number) => {
      now += ms;
      tick(now);
    },
  };
}

describe('the list of agents', () => {
  it('after any patches shows what filtering and sorting everything anew would, and counts the same', () => {
    const filter = fc.record({
      query: fc.constantFrom('', 'ann', '1'),
      states: fc.subarray(['idle', 'talking', 'busy'] as const),
      groups: fc.subarray(['Sales', 'Claims', '']),
      leastMinutes: fc.constantFrom(null, 15),
      mostMinutes: fc.constantFrom(null, 25),
      onlyListenable: fc.boolean(),
      onlyFavourites: fc.boolean(),
    });
    const sort = fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() });
    const patches = fc.array(fc.tuple(fc.array(anyRow, { maxLength: 8 }), fc.array(anyRow, { maxLength: 3 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), patches, filter, sort, (before, changes, chosen, order) => {
        const { list, patch, arrange } = start([...new Map(before.map((each) => [each.workNo, each])).values()]);
        arrange({ filter: chosen, sort: order, favourites: ['1', '2', '3'] });
        const expected = new Map(before.map((each) => [each.workNo, each]));
        for (const [changed, gone] of changes) {
          const removed = gone.map(({ workNo }) => workNo).filter((workNo) => expected.has(workNo));
          const unique = [...new Map(changed.map((each) => [each.workNo, each])).values()].filter(
            ({ workNo }) => !removed.includes(workNo),
          );
          for (const workNo of removed) expected.delete(workNo);
          for (const each of unique) expected.set(each.workNo, each);
          patch(unique, removed);
        }
        const test = agentFilter({ filter: chosen, favourites: ['1', '2', '3'], matches: createMatcher(silent), now: () => NOW });
        const base = [...expected.values()].filter(test.base);
        expect(list.view().rows).toEqual(base.filter(test.state).sort(agentOrder(order, compareTexts)));
        for (const [state, count] of list.view().counts) expect(count).toBe(base.filter((each) => each.state === state).length);
        expect(list.view().all).toBe(expected.size);
      }),
    );
  });

  it('shows after any typing what a search begun anew would, whatever changed in between', () => {
    const query = fc.string({ unit: fc.constantFrom('a', 'n', 'A', '1', '2', ' ', 'Σ', 'α', 'é'), maxLength: 4 });
    const step = fc.tuple(query, fc.array(anyRow, { maxLength: 4 }), fc.subarray(['idle', 'talking'] as const), fc.boolean());
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.array(step, { maxLength: 8 }), (before, steps) => {
        const rows = new Map(before.map((each) => [each.workNo, each]));
        const { list, patch, arrange } = start([...rows.values()]);
        let typed = '';
        for (const [more, changed, states, longer] of steps) {
          typed = longer ? typed + more : more;
          const unique = [...new Map(changed.map((each) => [each.workNo, each])).values()];
          for (const each of unique) rows.set(each.workNo, each);
          arrange({ filter: { ...emptyFilter, query: typed, states } });
          patch(unique);
          const fresh = start([...rows.values()]);
          fresh.arrange({ filter: { ...emptyFilter, query: typed, states } });
          expect(list.view().rows).toEqual(fresh.list.view().rows);
          for (const state of ['idle', 'talking', 'busy'] as const)
            expect(list.view().counts.get(state) ?? 0).toBe(fresh.list.view().counts.get(state) ?? 0);
        }
      }),
    );
  });

  it('takes ten thousand agents that become three and ten thousand again', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row(String(index)));
    const { list, snapshot } = start(many);
    snapshot(many.slice(0, 3));
    expect(list.view()).toMatchObject({ all: 3, rows: many.slice(0, 3) });
    snapshot(many);
    expect(list.view().rows).toHaveLength(10_000);
  });

  it('lets time alone bring agents in and put them out', () => {
    const { shown, arrange, pass } = start([row('1')]);
    arrange({ filter: { ...emptyFilter, leastMinutes: 2, mostMinutes: 3 } });
    expect(shown()).toEqual([]);
    pass(2 * 60_000);
    expect(shown()).toEqual(['1']);
    pass(2 * 60_000);
    expect(shown()).toEqual([]);
  });
});

describe('while the order is held', () => {
  const byState: RosterView['sort'] = { column: 'state', descending: false };

  it('no row moves, comes or goes, each shows what it now is, and those that would move are counted', () => {
    const { list, shown, patch, arrange } = start([row('1'), row('2'), row('3')]);
    arrange({ sort: byState });
    list.hold(true);
    patch([row('3', { state: 'talking' }), row('4', { state: 'talking' })], ['2']);
    expect(shown()).toEqual(['1', '2', '3']);
    expect(list.view().rows[2]?.state).toBe('talking');
    expect(list.view().gone).toEqual(new Set(['2']));
    expect(list.view().moved).toBe(3);
  });

  it('who left and comes back is not kept as gone, with a patch or with a whole list', () => {
    const { list, patch, snapshot } = start([row('1'), row('2')]);
    list.hold(true);
    patch([], ['2']);
    expect(list.view().gone).toEqual(new Set(['2']));
    patch([row('2', { state: 'talking' })]);
    expect(list.view().gone).toEqual(new Set());
    expect(list.view().rows[1]?.state).toBe('talking');
    snapshot([row('1')]);
    expect(list.view().gone).toEqual(new Set(['2']));
    snapshot([row('1'), row('2')]);
    expect(list.view().gone).toEqual(new Set());
  });

  it('whatever patches come, what is shown and counted is what a look at everything would give', () => {
    const patches = fc.array(fc.tuple(fc.array(anyRow, { maxLength: 6 }), fc.array(anyRow, { maxLength: 3 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 20 }), patches, (before, changes) => {
        const now = new Map(before.map((each) => [each.workNo, each]));
        const { list, patch, arrange } = start([...now.values()]);
        arrange({ sort: byState });
        list.hold(true);
        const last = new Map(now);
        const held = list.view().rows.map(({ workNo }) => workNo);
        for (const [changed, gone] of changes) {
          const removed = [...new Set(gone.map(({ workNo }) => workNo))].filter((workNo) => now.has(workNo));
          const unique = [...new Map(changed.map((each) => [each.workNo, each])).values()].filter(
            ({ workNo }) => !removed.includes(workNo),
          );
          for (const workNo of removed) now.delete(workNo);
          for (const each of unique) {
            now.set(each.workNo, each);
            last.set(each.workNo, each);
          }
          patch(unique, removed);
        }
        const { rows, gone, moved, all } = list.view();
        expect(rows).toEqual(held.map((workNo) => last.get(workNo)));
        expect(gone).toEqual(new Set(held.filter((workNo) => !now.has(workNo))));
        expect(all).toBe(now.size);
        list.refresh();
        expect(moved).toBe(movedCount(rows, list.view().rows));
      }),
    );
  });

  it('refreshing puts all where they belong, and the order stays held', () => {
    const { list, shown, patch, arrange } = start([row('1'), row('2')]);
    arrange({ sort: byState });
    list.hold(true);
    patch([row('2', { state: 'talking' })]);
    list.refresh();
    expect(shown()).toEqual(['2', '1']);
    expect(list.view().moved).toBe(0);
    patch([row('2')]);
    expect(shown()).toEqual(['2', '1']);
  });

  it('letting go does the same', () => {
    const { list, shown, patch, arrange } = start([row('1'), row('2')]);
    arrange({ sort: byState });
    list.hold(true);
    patch([row('2', { state: 'talking' })]);
    list.hold(false);
    expect(shown()).toEqual(['2', '1']);
  });

  it('what inspectors ask for themselves is done at once; a star moves nothing', () => {
    const { list, shown, arrange } = start([row('1'), row('2', { state: 'talking' })]);
    list.hold(true);
    arrange({ sort: byState });
    expect(shown()).toEqual(['2', '1']);
    arrange({ filter: { ...emptyFilter, onlyFavourites: true }, favourites: ['1'] });
    expect(shown()).toEqual(['1']);
    arrange({ favourites: [] });
    expect(shown()).toEqual(['1']);
    expect(list.view().moved).toBe(1);
  });

  it('an empty table still takes its first rows', () => {
    const { list, shown, patch } = start();
    list.hold(true);
    patch([row('1')]);
    expect(shown()).toEqual(['1']);
  });

  it('finds agents by words whatever the table is narrowed to, in its order, no more than wanted', () => {
    const { list, arrange } = start([row('20'), row('3', { name: 'Li Wei' }), row('21', { state: 'talking' })]);
    arrange({ filter: { ...emptyFilter, query: 'nobody' } });
    const found = (query: string, most: number): string[] => list.find(query, most).map(({ workNo }) => workNo);
    expect(found('agent 2', 9)).toEqual(['20', '21']);
    expect(found('2', 1)).toEqual(['20']);
    expect(found('wei', 9)).toEqual(['3']);
    expect(found(' ', 9)).toEqual([]);
  });

  it('names’ sounds are news only to a search', () => {
    const { list, arrange, soundsAreKnown } = start([row('1', { name: '王秀英' })]);
    let told = 0;
    list.subscribe(() => (told += 1));
    soundsAreKnown();
    expect(told).toBe(0);
    arrange({ filter: { ...emptyFilter, query: 'wxy' } });
    expect(told).toBe(1);
    soundsAreKnown();
    expect(told).toBe(2);
  });
});
