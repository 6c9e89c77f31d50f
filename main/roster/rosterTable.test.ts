import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterMessageSchema, type RosterMessage, type RosterRow } from '../../contract/roster.ts';
import { createListReader, type ListChanges, type ListedAgent, type ListReader } from '../gateway/agentList.ts';
import { createSubscription } from './subscription.ts';
import { createRosterTable, type RosterTable } from './table.ts';
import { factsOf } from '../../test/support/agentFacts.ts';
import { listOf } from '../../test/support/lists.ts';

const entry = (workNo: string, status = 4, more: Record<string, unknown> = {}) => ({
  workno: workNo,
  name: `Agent ${workNo}`,
  status,
  ...more,
});

async function look(table: RosterTable, entries: readonly unknown[], at: number, continuous: boolean): Promise<number | null> {
  return table.applyList({ list: await listOf(table.reader(), entries), at, continuous });
}

async function tableOf(entries: readonly unknown[], own: string | null = null): Promise<RosterTable & { readonly leftOut: number | null }> {
  const table = createRosterTable(() => own);
  const leftOut = await look(table, entries, 1_000, false);
  return { ...table, leftOut };
}

async function taken(reader: ListReader, entries: readonly unknown[]): Promise<ListChanges> {
  const changes = await reader.take(await listOf(reader, entries));
  if (changes === null) throw new Error('Another list overtook it');
  return changes;
}

describe('a bad roster answer', () => {
  test('of two entries of one number the later is shown, the other counted', async () => {
    const table = await tableOf([entry('101', 4), entry('102'), { ...entry('101', 7), workno: 101 }]);
    expect(table.rows()?.get('101')?.state).toBe('talking');
    expect(table.rows()?.size).toBe(2);
    expect(table.leftOut).toBe(1);
  });

  test('entries without a number, or with none that can be, are left out and counted', async () => {
    const table = await tableOf([
      entry('101'),
      { name: 'nobody' },
      null,
      7,
      'x',
      [],
      entry('1234567'),
      entry('-5'),
      entry('../x'),
      { workno: {} },
    ]);
    expect([...(table.rows()?.keys() ?? [])]).toEqual(['101']);
    expect(table.leftOut).toBe(9);
  });

  test('a state that nobody knows is unknown, its agent is shown', async () => {
    expect((await tableOf([entry('101', 77)])).rows()?.get('101')?.state).toBe('unknown');
  });

  test.each([
    ['of markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['from right to left', 'محمد الهاشمي', 'محمد الهاشمي'],
    ['with direction controls', 'Li\u202e\u2066 ie\u061cW\u200f', 'Li  ie W'],
    ['of emoji that belong together', '👩🏽‍💻 Zoë 🎧', '👩🏽‍💻 Zoë 🎧'],
    ['with line ends and nulls', 'Li\r\n\u0000Wei', 'Li Wei'],
    ['of half a character', 'Li \ud83d', 'Li \ufffd'],
  ])('a name %s is plain text of one line', async (_, name, shown) => {
    expect((await tableOf([entry('101', 4, { name })])).rows()?.get('101')?.name).toBe(shown);
  });

  test('a name of ten kilobytes is cut, an empty one is empty', async () => {
    const rows = (await tableOf([entry('101', 4, { name: '名'.repeat(10_000) }), entry('102', 4, { name: '' })])).rows();
    expect(rows?.get('101')?.name).toHaveLength(200);
    expect(rows?.get('102')?.name).toBe('');
  });

  test('ten thousand that become three and come back are three, and ten thousand with a history', async () => {
    const all = Array.from({ length: 10_000 }, (_, index) => entry(String(20_001 + index)));
    const table = await tableOf(all);
    await look(table, all.slice(0, 3), 4_000, true);
    expect(table.rows()?.size).toBe(3);
    await look(table, all, 7_000, true);
    expect(table.rows()?.size).toBe(10_000);
    expect(table.rows()?.get('29999')).toMatchObject({ since: 7_000, sinceIs: 'seen' });
    expect(table.history('29999').map(({ state }) => state)).toEqual(['idle', 'signedOut', 'idle']);
    expect(table.history('20001')).toHaveLength(1);
  });

  test('the inspector is not in their own list', async () => {
    expect([...((await tableOf([entry('101'), entry('291')], '291')).rows()?.keys() ?? [])]).toEqual(['101']);
  });

  test('whatever is read one after the other, remembering reads the same as reading anew', async () => {
    const value = fc.oneof(fc.constantFrom(4, '7', 2, '', null, 'Wang', 'T'), fc.jsonValue({ maxDepth: 1 }));
    const one = fc.record(
      {
        workno: fc.constantFrom('101', 101, '102', ' 103', 'x', null),
        name: value,
        status: value,
        ctiStatus: value,
        groupname: value,
        groupid: value,
      },
      { requiredKeys: [] },
    );
    const answers = fc.array(
      fc.array(fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: fc.jsonValue() }), { maxLength: 9 }),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(answers, async (all) => {
        const remembering = createListReader();
        let held = new Map<string, ListedAgent>();
        for (const entries of all) {
          const { changed, gone, leftOut } = await taken(remembering, entries);
          held = new Map([...held, ...changed.map((agent) => [agent.workNo, agent] as const)]);
          for (const workNo of gone) held.delete(workNo);
          const anew = createListReader();
          const whole = await taken(anew, entries);
          expect(held).toEqual(new Map(whole.changed.map((agent) => [agent.workNo, agent])));
          expect(leftOut).toBe(whole.leftOut);
          expect(remembering.agents()).toEqual(anew.agents());
        }
      }),
    );
  });
});

describe('what is known of a row', () => {
  test('stays when the list leaves it unsaid', async () => {
    const table = await tableOf([entry('101', 4, { name: 'Wang' })]);
    table.applyDetails(
      [{ since: 1_000, facts: factsOf('101', { group: 'Sales', groupId: 7, voice: false, skills: ['voice'] }) }],
      2_000,
      2_000,
    );
    await look(table, [{ workno: '101', status: 4 }], 3_000, true);
    expect(table.rows()?.get('101')).toMatchObject({ name: 'Wang', group: 'Sales', groupId: 7, voice: false, skills: ['voice'] });
  });

  test('after a gap is still its skills, but not since when the agent is signed in or in their state', async () => {
    const table = await tableOf([entry('101')]);
    table.applyDetails([{ since: 1_000, facts: factsOf('101', { inStateFor: 60_000, signedInAt: 5, skills: ['voice'] }) }], 2_000, 2_000);
    expect(table.rows()?.get('101')).toMatchObject({ since: -58_000, sinceIs: 'exact', signedInAt: 5 });
    await look(table, [entry('101')], 90_000, false);
    expect(table.rows()?.get('101')).toMatchObject({ since: 90_000, sinceIs: 'atLeast', signedInAt: null, skills: ['voice'] });
  });

  test('an answer about an earlier stay says nothing of the time of this one', async () => {
    const table = await tableOf([entry('101')]);
    await look(table, [entry('101', 7)], 4_000, true);
    await look(table, [entry('101', 4)], 7_000, true);
    table.applyDetails([{ since: 1_000, facts: factsOf('101', { inStateFor: 60_000 }) }], 7_500, 7_500);
    expect(table.rows()?.get('101')).toMatchObject({ since: 7_000, sinceIs: 'seen' });
  });

  test('of an inspection, only what the gateway told, and it stays with the agent who comes later', async () => {
    const table = await tableOf([entry('101')]);
    table.inspected('101', '292');
    table.inspected('102', '292');
    await look(table, [entry('101'), entry('102'), entry('103')], 4_000, true);
    expect([...(table.rows()?.values() ?? [])].map(({ inspectedBy }) => inspectedBy)).toEqual(['292', '292', null]);
    table.inspected('101', null);
    expect(table.rows()?.get('101')?.inspectedBy).toBeNull();
  });
});

describe('the details of the selected agent', () => {
  test('are sent when the agent is selected, when they change, and again when the agent is selected again', async () => {
    const table = await tableOf([entry('101'), entry('102')]);
    const sent: string[] = [];
    const subscription = createSubscription(
      { rows: table.rows, details: (workNo) => ({ workNo, asked: 'waiting', history: table.history(workNo), listens: [] }) },
      (message) => {
        if (message.kind === 'details') sent.push(`${message.details.workNo} ${String(message.details.history.length)}`);
      },
    );
    const select = (selected: string | null, inView: string[] = []): void => {
      subscription.watchAgents({ selected, inView, favourites: [] });
    };
    subscription.watch(true);
    select('101');
    select('101', ['102']);
    await look(table, [entry('101', 7), entry('102')], 4_000, true);
    subscription.update(table.rows() ?? new Map(), table.touched());
    subscription.update(table.rows() ?? new Map(), table.touched());
    select(null);
    select('101');
    expect(sent).toEqual(['101 1', '101 2', '101 2']);
  });
});

describe('patches', () => {
  const state = fc.constantFrom(2, 3, 4, 5, 7, 8);
  const oneLook = fc.record({
    kind: fc.constant('look' as const),
    entries: fc.array(fc.tuple(fc.integer({ min: 101, max: 110 }), state), { maxLength: 12 }),
    continuous: fc.boolean(),
  });
  const action = fc.oneof(
    oneLook,
    oneLook,
    fc.record({ kind: fc.constant('learn' as const), workNo: fc.integer({ min: 101, max: 110 }), seconds: fc.nat(500) }),
    fc.record({ kind: fc.constant('inspect' as const), workNo: fc.integer({ min: 101, max: 110 }), by: fc.constantFrom('291', null) }),
    fc.record({ kind: fc.constant('name' as const), name: fc.string({ maxLength: 5 }) }),
  );

  function follow(held: ReadonlyMap<string, RosterRow>, message: RosterMessage): ReadonlyMap<string, RosterRow> {
    rosterMessageSchema.parse(message);
    if (message.kind === 'details') return held;
    if (message.kind === 'snapshot') return new Map(message.rows.map((row) => [row.workNo, row]));
    const next = new Map(held);
    for (const workNo of message.removed) next.delete(workNo);
    for (const row of message.changed) next.set(row.workNo, row);
    return next;
  }

  test('in whatever portions they are sent, make the same rows as one snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(action, fc.boolean())), async (actionKinds) => {
        const table = createRosterTable(() => null);
        let held: ReadonlyMap<string, RosterRow> = new Map();
        const subscription = createSubscription(
          { rows: table.rows, details: (workNo) => ({ workNo, asked: 'waiting', history: table.history(workNo), listens: [] }) },
          (message) => (held = follow(held, message)),
        );
        subscription.watch(true);
        subscription.watchAgents({ selected: '101', inView: [], favourites: [] });
        for (const [index, [one, sent]] of actionKinds.entries()) {
          const at = index * 3_000;
          switch (one.kind) {
            case 'look':
              await look(
                table,
                one.entries.map(([workNo, status]) => entry(String(workNo), status, { groupid: 1 })),
                at,
                one.continuous,
              );
              break;
            case 'learn': {
              const row = table.rows()?.get(String(one.workNo));
              if (row !== undefined)
                table.applyDetails(
                  [{ since: row.since, facts: factsOf(row.workNo, { state: row.state, inStateFor: one.seconds * 1_000 }) }],
                  at,
                  at,
                );
              break;
            }
            case 'inspect':
              table.inspected(String(one.workNo), one.by);
              break;
            case 'name':
              table.nameGroups(new Map([[1, one.name]]));
          }
          const rows = table.rows();
          if (sent && rows !== null) subscription.update(rows, table.touched());
        }
        const rows = table.rows();
        if (rows === null) return;
        subscription.update(rows, table.touched());
        expect(held).toEqual(new Map(rows));
      }),
    );
  });
});
