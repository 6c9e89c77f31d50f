import fc from 'fast-check';
import { barLabel } from '../../renderer/overview/barLabel.ts';
import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { freshColumns, rosterColumns } from '../../contract/rosterView.ts';
import { announcement } from '../../renderer/alerts/announcement.ts';
import { noAlerts } from '../support/alerts.ts';
import { historyBars } from '../../renderer/details/historyBars.ts';
import { en } from '../../renderer/i18n/en/en.ts';
import { centreCounts } from '../../renderer/overview/centreCounts.ts';
import { gridTracks, moved, shownColumns } from '../../renderer/roster/columns/columnTracks.ts';
import { anyRow } from '../support/anyRow.ts';

describe('the columns', () => {
  it('of an older Earshot keep their order; a newer one stands at the end', () => {
    expect(shownColumns({ order: ['state', 'name'], hidden: ['name'], widths: {} }, ['name', 'state', 'phone'])).toEqual([
      'state',
      'phone',
    ]);
  });

  it('however they are moved are all still there, once', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...rosterColumns), fc.nat(8)), { maxLength: 10 });
    fc.assert(
      fc.property(moves, fc.subarray([...rosterColumns]), (steps, hidden) => {
        let layout = { ...freshColumns, hidden };
        for (const [column, place] of steps) {
          const shown = shownColumns(layout, rosterColumns);
          if (shown.includes(column)) layout = { ...moved(layout, shown, column, Math.min(place, shown.length - 1)), hidden };
        }
        expect([...layout.order].sort()).toEqual([...rosterColumns].sort());
      }),
    );
  });

  it('that were given a width have it, and the least room counts it', () => {
    const usual = gridTracks(['name'], {});
    const wide = gridTracks(['name'], { name: 400 });
    expect(wide.css).toContain('400px');
    expect(wide.least - usual.least).toBe(400 - 160);
  });
});

describe('the line of states', () => {
  it('is filled from its beginning until now, each span as long as it lasted', () => {
    const spans = [
      { state: 'idle', from: 0, fromIs: 'atLeast' },
      { state: null, from: 60_000, fromIs: 'seen' },
      { state: 'talking', from: 75_000, fromIs: 'exact' },
    ] as const;
    const bars = historyBars(spans, 100_000);
    expect(bars.map(({ start, length }) => [start, length])).toEqual([
      [0, 0.6],
      [0.6, 0.15],
      [0.75, 0.25],
    ]);
    expect(bars.map(({ atLeast }) => atLeast)).toEqual([true, false, false]);
  });

  it('takes a clock that was set back', () => {
    for (const { length } of historyBars([{ state: 'idle', from: 5_000, fromIs: 'seen' }], 1_000)) expect(length).toBe(0);
  });
});

describe('the centre in numbers', () => {
  it('counts everybody once by state and once by group', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { all, states, groups, inCall, long } = centreCounts(rows, 30 * 60_000, 10 * 60_000);
        expect(all).toBe(rows.length);
        expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(all);
        expect(groups.reduce((sum, group) => sum + group.all, 0)).toBe(all);
        expect(groups.reduce((sum, group) => sum + group.inCall, 0)).toBe(inCall);
        expect(long).toBeLessThanOrEqual(inCall);
        expect(states.map(({ state }) => agentStates.indexOf(state))).toEqual(
          states.map(({ state }) => agentStates.indexOf(state)).sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe('what is said of a listen', () => {
  it('has one full stop between two sentences', () => {
    const problem = { code: 'not-idle', meaning: 'not-idle' } as const;
    const agent = { workNo: '20001', name: 'Li Wei' };
    const listen = { kind: 'ended', agent, since: 0, outcome: 'refused', problem, heardFor: null } as const;
    const { calm } = announcement({ ...noAlerts, inspection: null, listen }, en, String);
    expect(calm).toBe('Not listening. The gateway refused the listen to Li Wei (20001). You are not idle. Go idle, then listen.');
  });
});

describe('the name beside a bar', () => {
  it.each([
    ['Billing', 'Billing'],
    ['Broadband support', 'Broadband\u00a0support'],
    ['Group 7 with rather a long name', 'Group\u00a07\u00a0with\u00a0rather…'],
    ['投诉处理投诉处理投诉处理', '投诉处理投诉处理投诉…'],
    ['', ''],
  ])('%s is one line of %s', (name, label) => {
    expect(barLabel(name)).toBe(label);
  });
});
