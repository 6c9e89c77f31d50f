import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumUp, type SumOptions } from './sums.ts';
import { day, minute, trailOfHeard, wednesday, type Heard } from '../../test/support/worklistBench.ts';

const groups: Readonly<Record<string, string>> = { '20001': 'Sales', '20002': 'Sales' };

function summed(listens: readonly Heard[], by: SumOptions['by'], more: Partial<SumOptions> = {}) {
  return sumUp({
    listens: trailOfHeard(listens).all(),
    inspector: '291',
    from: wednesday - 100 * day,
    to: wednesday + 100 * day,
    by,
    gradeOf: () => null,
    nameOf: (workNo) => (workNo === '20001' ? 'Li Wei' : ''),
    groupOf: (workNo) => groups[workNo] ?? '',
    ...more,
  });
}

const heard: fc.Arbitrary<Heard> = fc.record({
  agent: fc.constantFrom('20001', '20002', '20003'),
  at: fc.integer({ min: wednesday - 40 * day, max: wednesday + 40 * day }),
  heardFor: fc.option(fc.integer({ min: 0, max: 10 * minute })),
  inspector: fc.constantFrom('291', '292'),
});

describe('what was heard', () => {
  test('is the same in all, whatever it is summed up by', () => {
    fc.assert(
      fc.property(fc.array(heard, { maxLength: 30 }), fc.constantFrom('agent', 'group', 'week' as const), (listens, by) => {
        const sums = summed(listens, by);
        const own = listens.filter(({ inspector, heardFor }) => inspector === '291' && heardFor !== null);
        expect(sums.listens).toBe(own.length);
        expect(sums.agents).toBe(new Set(own.map(({ agent }) => agent)).size);
        expect(sums.rows.reduce((sum, row) => sum + row.listens, 0)).toBe(own.length);
        expect(sums.rows.reduce((sum, row) => sum + row.heard, 0)).toBe(sums.heard);
      }),
    );
  });

  test('has the average of the grades that there are', () => {
    const grades: Readonly<Record<string, number>> = { '20001': 80, '20002': 95 };
    const listens = ['20001', '20002', '20003'].map((agent, index) => ({ agent, at: wednesday + index, heardFor: minute }));
    const sums = summed(listens, 'group', { gradeOf: ({ agent }) => grades[agent] ?? null });
    expect(sums).toMatchObject({ listens: 3, graded: 2, grade: 87.5, total: 2 });
    expect(sums.rows).toMatchObject([
      { key: 'Sales', listens: 2, agents: 2, graded: 2, grade: 87.5 },
      { key: '', listens: 1, graded: 0, grade: null },
    ]);
  });

  test('comes with the agents’ names, who was heard most first', () => {
    const listens = ['20003', '20001', '20001'].map((agent, index) => ({ agent, at: wednesday + index, heardFor: minute }));
    expect(summed(listens, 'agent').rows.map(({ key, name, listens: count }) => [key, name, count])).toEqual([
      ['20001', 'Li Wei', 2],
      ['20003', '', 1],
    ]);
  });

  test('belongs to the week whose Monday names it', () => {
    const at = (days: number): Heard => ({ agent: '20001', at: wednesday + days * day, heardFor: minute });
    expect(summed([at(0), at(4), at(5), at(-3)], 'week').rows.map(({ key, listens }) => [key, listens])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 2],
      ['2026-11-30', 1],
    ]);
  });

  test('counts from the first moment asked for up to before the last', () => {
    const listens = [wednesday - 1, wednesday, wednesday + day].map((at) => ({ agent: '20001', at, heardFor: minute }));
    expect(summed(listens, 'agent', { from: wednesday, to: wednesday + day }).listens).toBe(1);
  });
});
