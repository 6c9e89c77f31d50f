import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshColumns, rosterColumns } from '../../../contract/rosterView.ts';
import { gridTracks, moved, shownColumns } from './columnTracks.ts';

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
