import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../contract/roster.ts';
import { sortColumns } from '../../../contract/rosterView.ts';
import { reordered } from './insert.ts';
import { agentOrder, compareWorkNos, textOrder } from './tableOrder.ts';
import { unknownOfRow } from '../../../test/support/rosterRow.ts';
import { anyRow } from '../../../test/support/anyRow.ts';

const agent: RosterRow = { ...unknownOfRow, workNo: '20011', name: 'Wang Fang', group: 'Sales', state: 'idle', since: 0 };

describe('the order', () => {
  it('sorts work numbers by value', () => {
    expect(['9999', '101', 'x', '20011', '020', '20'].sort(compareWorkNos)).toEqual(['020', '20', '101', '9999', '20011', 'x']);
  });

  it('is an order', () => {
    const workNo = fc.oneof(fc.nat(999_999).map(String), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(workNo, workNo, workNo, (a, b, c) => {
        expect(Math.sign(compareWorkNos(a, b))).toBe(-Math.sign(compareWorkNos(b, a)) + 0);
        if (compareWorkNos(a, b) <= 0 && compareWorkNos(b, c) <= 0) expect(compareWorkNos(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('puts names in the language’s order, Chinese ones by their sound', () => {
    const names = ['Émile', 'anna', 'Zoe', 'Bo', '王秀英', '陈伟'];
    expect(names.sort(textOrder())).toEqual(['陈伟', '王秀英', 'anna', 'Bo', 'Émile', 'Zoe']);
  });

  it.each(sortColumns)('by %s, a patch leaves the order that sorting anew would give', (column) => {
    const compare = agentOrder({ column, descending: false }, textOrder());
    const rosters = fc.tuple(
      fc.uniqueArray(anyRow, { selector: (row) => row.workNo, maxLength: 40 }),
      fc.uniqueArray(anyRow, { selector: (row) => row.workNo, maxLength: 12 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(rosters, ([before, changed, removeFirst]) => {
        const touched = new Set([...changed.map((row) => row.workNo), ...(removeFirst ? before.slice(0, 1).map((row) => row.workNo) : [])]);
        const after = [...before.filter((row) => !touched.has(row.workNo)), ...changed].sort(compare);
        const gone = before.filter((row) => touched.has(row.workNo));
        const nobody = changed.slice(0, 1).map((row) => ({ ...row, workNo: '777777' }));
        expect(reordered([...before].sort(compare), [...gone, ...nobody], changed, compare)).toEqual(after);
      }),
    );
  });

  it('keeps agents that are alike in a column by their number, whichever way it is turned', () => {
    const rows = ['20003', '20001', '20002'].map((workNo) => ({ ...agent, workNo }));
    for (const descending of [false, true]) {
      const sorted = [...rows].sort(agentOrder({ column: 'group', descending }, textOrder()));
      expect(sorted.map(({ workNo }) => workNo)).toEqual(['20001', '20002', '20003']);
    }
  });
});
