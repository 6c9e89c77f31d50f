import { setImmediate as othersTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import { createSubscription } from './subscription.ts';
import { createRosterTable, type RosterTable } from './table.ts';
import { listOf } from '../../test/support/lists.ts';

const agent = (workNo: string, status = 4, name = `Agent ${workNo}`) => ({ workno: workNo, name, status, groupname: 'A', groupid: 1 });

type Agent = ReturnType<typeof agent>;

async function look(table: RosterTable, agents: readonly Agent[], at: number, continuous: boolean): Promise<void> {
  await table.applyList({ list: await listOf(table.reader(), agents), at, continuous });
}

/** One agent’s row after these looks, each with whether it came soon after the one before. */
async function rowAfter(workNo: string, ...looks: [readonly Agent[], number, boolean][]): Promise<RosterRow | undefined> {
  const table = createRosterTable(() => null);
  for (const [agents, at, continuous] of looks) await look(table, agents, at, continuous);
  return table.rows()?.get(workNo);
}

describe('time in state', () => {
  test('an agent first seen has been there at least since then', async () => {
    expect(await rowAfter('101', [[agent('101')], 1_000, false])).toMatchObject({ since: 1_000, sinceIs: 'atLeast' });
  });

  test('a change between two looks is a change seen', async () => {
    expect(await rowAfter('101', [[agent('101')], 1_000, false], [[agent('101', 7)], 4_000, true])).toMatchObject({
      since: 4_000,
      sinceIs: 'seen',
    });
  });

  test('without a change the time goes on', async () => {
    expect(await rowAfter('101', [[agent('101')], 1_000, false], [[agent('101', 4, 'New name')], 4_000, true])).toMatchObject({
      since: 1_000,
      name: 'New name',
    });
  });

  test('after a gap nobody knows what happened in between: the time starts anew as a least', async () => {
    expect(await rowAfter('101', [[agent('101')], 1_000, false], [[agent('101')], 60_000, false])).toMatchObject({
      since: 60_000,
      sinceIs: 'atLeast',
    });
  });

  test('who appears between two looks has signed in between them', async () => {
    expect(await rowAfter('102', [[agent('101')], 1_000, false], [[agent('101'), agent('102')], 4_000, true])).toMatchObject({
      since: 4_000,
      sinceIs: 'seen',
    });
  });

  test('a look that another one overtakes, wherever it is, leaves nothing out', async () => {
    const all = Array.from({ length: 2_500 }, (_, index) => agent(String(20_001 + index)));
    for (let turns = 0; turns < 6; turns += 1) {
      const table = createRosterTable(() => null);
      await look(table, [agent('101'), ...all.slice(0, 100)], 1_000, false);
      const list = await listOf(table.reader(), [agent('102'), ...all]);
      const next = await listOf(table.reader(), [agent('20001', 7), ...all.slice(1)]);
      const first = table.applyList({ list, at: 4_000, continuous: true });
      for (let turn = 0; turn < turns; turn += 1) await othersTurn();
      await table.applyList({ list: next, at: 7_000, continuous: true });
      await first;
      expect([turns, [...(table.rows()?.keys() ?? [])].toSorted()]).toEqual([turns, all.map(({ workno }) => workno)]);
      expect(table.rows()?.get('20001')?.state).toBe('talking');
    }
  });

  test('a look whose session ended meanwhile shows nobody', async () => {
    const all = Array.from({ length: 3_000 }, (_, index) => agent(String(20_001 + index)));
    const table = createRosterTable(() => null);
    const first = table.applyList({ list: await listOf(table.reader(), all), at: 1_000, continuous: false });
    table.clear();
    expect(await first).toBeNull();
    expect(table.rows()).toBeNull();
  });
});

describe('what is sent of the roster', () => {
  function receive(held: ReadonlyMap<string, RosterRow>, message: RosterMessage): ReadonlyMap<string, RosterRow> {
    if (message.kind === 'details') return held;
    if (message.kind === 'snapshot') return new Map(message.rows.map((row) => [row.workNo, row]));
    const next = new Map(held);
    for (const workNo of message.removed) next.delete(workNo);
    for (const row of message.changed) next.set(row.workNo, row);
    return next;
  }

  /** A page in view of a roster, and what it was sent. */
  async function stage(agents: readonly Agent[]) {
    const table = createRosterTable(() => null);
    const sent: RosterMessage[] = [];
    const subscription = createSubscription({ rows: table.rows, details: () => null }, (message) => sent.push(message));
    const publish = (): void => {
      const rows = table.rows();
      if (rows !== null) subscription.update(rows, table.touched());
    };
    await look(table, agents, 1, false);
    publish();
    return { table, sent, subscription, publish };
  }

  test('first a snapshot, then only what changed', async () => {
    const { table, sent, subscription, publish } = await stage([agent('101'), agent('102'), agent('103')]);
    subscription.watch(true);
    await look(table, [agent('101', 7), agent('103')], 2, true);
    publish();
    expect(sent[0]).toMatchObject({ kind: 'snapshot', revision: 1 });
    expect(sent[1]).toMatchObject({ kind: 'patch', revision: 2, changed: [{ workNo: '101' }], removed: ['102'] });
    expect(sent).toHaveLength(2);
  });

  test('nothing is sent while nobody looks, nor when nothing changed', async () => {
    const { table, sent, subscription, publish } = await stage([agent('101')]);
    expect(sent).toHaveLength(0);
    subscription.watch(true);
    await look(table, [agent('101')], 2, true);
    publish();
    expect(sent).toHaveLength(1);
    subscription.watch(false);
    await look(table, [agent('101', 7)], 3, true);
    publish();
    expect(sent).toHaveLength(1);
  });

  test('signing out empties what the renderer holds', async () => {
    const { sent, subscription } = await stage([agent('101')]);
    subscription.watch(true);
    subscription.empty();
    expect(sent.at(-1)).toMatchObject({ kind: 'patch', removed: ['101'] });
  });

  test('however the centre changes, a renderer that follows the messages holds the same rows', async () => {
    const state = fc.constantFrom(4, 7, 8, 2);
    const centre = fc.uniqueArray(fc.tuple(fc.integer({ min: 101, max: 112 }), state), { selector: ([workNo]) => workNo });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(centre, fc.boolean())), async (looks) => {
        const { table, sent, subscription, publish } = await stage([]);
        subscription.watch(true);
        for (const [index, [agents, watched]] of looks.entries()) {
          subscription.watch(watched);
          await look(
            table,
            agents.map(([workNo, is]) => agent(String(workNo), is)),
            index,
            true,
          );
          publish();
        }
        subscription.watch(true);
        expect(sent.reduce(receive, new Map())).toEqual(table.rows());
      }),
    );
  });
});
