import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterRowSchema } from '../../contract/roster.ts';
import { createListReader } from './agentList.ts';
import { createRosterTable } from '../roster/table.ts';
import { listOf } from '../../test/support/lists.ts';

async function readAgents(entries: readonly unknown[]) {
  const reader = createListReader();
  const taken = await reader.take(await listOf(reader, entries));
  return { agents: taken?.changed, leftOut: taken?.leftOut };
}

describe('reading a roster answer', () => {
  test('both editions’ spellings give the same agent', async () => {
    const old = await readAgents([{ workno: '20011', name: 'Agent A', status: '7', ctiStatus: '5', groupname: 'jst' }]);
    const young = await readAgents([{ workno: 20011, name: 'Agent A', status: 7, ctiStatus: 5, groupName: 'jst' }]);
    expect(old).toEqual(young);
    expect(old.agents).toEqual([{ workNo: '20011', name: 'Agent A', state: 'talking', group: 'jst', groupId: null, voice: null }]);
  });

  test.each([
    [{ status: 7, ctiStatus: 5 }, 'talking'],
    [{ status: 7 }, 'talking'],
    [{ status: 7, ctiStatus: 2 }, 'preoccupied'],
    [{ status: 7, ctiStatus: 3 }, 'occupied'],
    [{ status: 7, ctiStatus: 4 }, 'answering'],
    [{ status: 4, ctiStatus: 1 }, 'idle'],
    [{ status: 1 }, 'idle'],
    [{ status: 3 }, 'busy'],
    [{ status: 5 }, 'wrapUp'],
    [{ status: 8 }, 'rest'],
    [{ status: 9 }, 'preRest'],
    [{ ctiStatus: 5 }, 'talking'],
    [{ ctiStatus: 10 }, 'study'],
    [{ status: 42 }, 'unknown'],
    [{}, 'unknown'],
    [{ status: 'four' }, 'unknown'],
  ])('%j is %s', async (numbers, state) => {
    expect((await readAgents([{ workno: '101', ...numbers }])).agents?.[0]?.state).toBe(state);
  });

  test('signed-out agents are left out, as the list is of those who can be heard', async () => {
    expect(await readAgents([{ workno: '101', status: '2' }])).toEqual({ agents: [], leftOut: 0 });
  });

  test('entries without a work number are left out and counted', async () => {
    expect(await readAgents([{ name: 'nobody' }, null, 7, { workno: '' }, { workno: '../x' }, { workno: '101' }])).toMatchObject({
      leftOut: 5,
    });
  });

  test('of two entries with one number the later counts', async () => {
    expect(
      await readAgents([
        { workno: '101', status: 4 },
        { workno: '101', status: 7 },
      ]),
    ).toMatchObject({ agents: [{ state: 'talking' }] });
  });

  test('whatever the entries are, every row that comes out fits the contract', async () => {
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record({
        workno: fc.oneof(fc.nat(), fc.string(), fc.constant('101')),
        name: fc.anything(),
        status: fc.anything(),
        groupname: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry), async (entries) => {
        const table = createRosterTable(() => null);
        await table.applyList({ list: await listOf(table.reader(), entries), at: 1, continuous: false });
        for (const row of table.rows()?.values() ?? []) rosterRowSchema.parse(row);
      }),
    );
  });
});
