import { describe, expect, test } from 'vitest';
import { listAnswer } from '../../test/support/lists.ts';
import { createRosterTable } from './table.ts';

const agents = 20_000;
const body = listAnswer(
  Array.from({ length: agents }, (_, index) => ({ workno: String(101 + index), name: `Agent ${String(index)}`, status: 4 })),
);

/** How often others had a turn while something was done. */
async function turnsOfOthers<Done>(act: () => Promise<Done>): Promise<{ readonly done: Done; readonly turns: number }> {
  let turns = 0;
  let next: NodeJS.Immediate | null = null;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  try {
    return { done: await act(), turns };
  } finally {
    clearImmediate(next);
  }
}

describe('the first look at a large centre', () => {
  test('lets a ring through after every few hundred agents that are read, and every two thousand that are taken in', async () => {
    const table = createRosterTable(() => null);
    const { done, turns: whileRead } = await turnsOfOthers(() => table.reader().read([body], 'application/json; charset=UTF-8'));
    const { list } = done;
    if (list === null) throw new Error('There was no list');
    expect(whileRead).toBeGreaterThanOrEqual(agents / 500);
    const { turns: whileTaken } = await turnsOfOthers(() => table.applyList({ list, at: 1_000, continuous: false }));
    expect(whileTaken).toBeGreaterThanOrEqual(agents / 2_000);
    expect(table.rows()?.size).toBe(agents);
    expect(table.history('101')).toEqual([{ state: 'idle', from: 1_000, fromIs: 'atLeast' }]);
  });
});
