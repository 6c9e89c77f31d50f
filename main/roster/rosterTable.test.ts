import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterMessageSchema, type RosterMessage, type RosterRow } from '../../contract/roster.ts';
import { createListReader } from '../gateway/agentList.ts';
import { createFeed } from './feed.ts';
import { createRosterTable, type RosterTable } from './table.ts';
import { factsOf } from '../../test/support/agentFacts.ts';

const entry = (workNo: string, status = 4, more: Record<string, unknown> = {}) => ({
  workno: workNo,
  name: `Agent ${workNo}`,
  status,
  ...more,
});

function tableOf(entries: readonly unknown[], own: string | null = null): RosterTable & { readonly leftOut: number } {
  const table = createRosterTable(() => own);
  const leftOut = table.take({ entries, at: 1_000, continuous: false });
  return { ...table, leftOut };
}

describe('a bad roster answer', () => {
  test('of two entries of one number the later is shown, the other counted', () => {
    const table = tableOf([entry('101', 4), entry('102'), { ...entry('101', 7), workno: 101 }]);
    expect(table.rows()?.get('101')?.state).toBe('talking');
    expect(table.rows()?.size).toBe(2);
    expect(table.leftOut).toBe(1);
  });

  test('entries without a number, or with none that can be, are left out and counted', () => {
    const table = tableOf([
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

  test('a state that nobody knows is unknown, its agent is shown', () => {
    expect(
      tableOf([entry('101', 77)])
        .rows()
        ?.get('101')?.state,
    ).toBe('unknown');
  });

  test.each([
    ['of markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['from right to left', 'محمد الهاشمي', 'محمد الهاشمي'],
    ['with direction controls', 'Li\u202e\u2066 ie\u061cW\u200f', 'Li  ie W'],
    ['of emoji that belong together', '👩🏽‍💻 Zoë 🎧', '👩🏽‍💻 Zoë 🎧'],
    ['with line ends and nulls', 'Li\r\n\u0000Wei', 'Li Wei'],
    ['of half a character', 'Li \ud83d', 'Li \ufffd'],
  ])('a name %s is plain text of one line', (_, name, shown) => {
    expect(
      tableOf([entry('101', 4, { name })])
        .rows()
        ?.get('101')?.name,
    ).toBe(shown);
  });

  test('a name of ten kilobytes is cut, an empty one is empty', () => {
    const rows = tableOf([entry('101', 4, { name: '名'.repeat(10_000) }), entry('102', 4, { name: '' })]).rows();
    expect(rows?.get('101')?.name).toHaveLength(200);
    expect(rows?.get('102')?.name).toBe('');
  });

  test('ten thousand that become three and come back are three, and ten thousand with a history', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => entry(String(20_001 + index)));
    const table = tableOf(all);
    table.take({ entries: all.slice(0, 3), at: 4_000, continuous: true });
    expect(table.rows()?.size).toBe(3);
    table.take({ entries: all, at: 7_000, continuous: true });
    expect(table.rows()?.size).toBe(10_000);
    expect(table.rows()?.get('29999')).toMatchObject({ since: 7_000, sinceIs: 'seen' });
    expect(table.history('29999').map(({ state }) => state)).toEqual(['idle', 'signedOut', 'idle']);
    expect(table.history('20001')).toHaveLength(1);
  });

  test('the inspector is not in their own list', () => {
    expect([
      ...(tableOf([entry('101'), entry('291')], '291')
        .rows()
        ?.keys() ?? []),
    ]).toEqual(['101']);
  });

  test('whatever is read one after the other, remembering reads the same as reading anew', () => {
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
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 6 }), { maxLength: 6 }), (answers) => {
        const remembering = createListReader();
        for (const entries of answers) expect(remembering(entries)).toEqual(createListReader()(entries));
      }),
    );
  });
});

describe('what is known of a row', () => {
  test('stays when the list leaves it unsaid', () => {
    const table = tableOf([entry('101', 4, { name: 'Wang' })]);
    table.learn([{ since: 1_000, facts: factsOf('101', { group: 'Sales', groupId: 7, voice: false, skills: ['voice'] }) }], 2_000, 2_000);
    table.take({ entries: [{ workno: '101', status: 4 }], at: 3_000, continuous: true });
    expect(table.rows()?.get('101')).toMatchObject({ name: 'Wang', group: 'Sales', groupId: 7, voice: false, skills: ['voice'] });
  });

  test('after a gap is still its skills, but not since when the agent is signed in or in their state', () => {
    const table = tableOf([entry('101')]);
    table.learn([{ since: 1_000, facts: factsOf('101', { inStateFor: 60_000, signedInAt: 5, skills: ['voice'] }) }], 2_000, 2_000);
    expect(table.rows()?.get('101')).toMatchObject({ since: -58_000, sinceIs: 'exact', signedInAt: 5 });
    table.take({ entries: [entry('101')], at: 90_000, continuous: false });
    expect(table.rows()?.get('101')).toMatchObject({ since: 90_000, sinceIs: 'atLeast', signedInAt: null, skills: ['voice'] });
  });

  test('an answer about an earlier stay says nothing of the time of this one', () => {
    const table = tableOf([entry('101')]);
    table.take({ entries: [entry('101', 7)], at: 4_000, continuous: true });
    table.take({ entries: [entry('101', 4)], at: 7_000, continuous: true });
    table.learn([{ since: 1_000, facts: factsOf('101', { inStateFor: 60_000 }) }], 7_500, 7_500);
    expect(table.rows()?.get('101')).toMatchObject({ since: 7_000, sinceIs: 'seen' });
  });

  test('of an inspection, only what the gateway told, and it stays with the agent who comes later', () => {
    const table = tableOf([entry('101')]);
    table.inspected('101', '292');
    table.inspected('102', '292');
    table.take({ entries: [entry('101'), entry('102'), entry('103')], at: 4_000, continuous: true });
    expect([...(table.rows()?.values() ?? [])].map(({ inspectedBy }) => inspectedBy)).toEqual(['292', '292', null]);
    table.inspected('101', null);
    expect(table.rows()?.get('101')?.inspectedBy).toBeNull();
  });
});

describe('the details of the selected agent', () => {
  test('are sent when the agent is selected, when they change, and again when the agent is selected again', () => {
    const table = tableOf([entry('101'), entry('102')]);
    const sent: string[] = [];
    const feed = createFeed(
      { rows: table.rows, details: (workNo) => ({ workNo, asked: 'waiting', history: table.history(workNo), listens: [] }) },
      (message) => {
        if (message.kind === 'details') sent.push(`${message.details.workNo} ${String(message.details.history.length)}`);
      },
    );
    const select = (selected: string | null, inView: string[] = []): void => {
      feed.watchAgents({ selected, inView, favourites: [] });
    };
    feed.watch(true);
    select('101');
    select('101', ['102']);
    table.take({ entries: [entry('101', 7), entry('102')], at: 4_000, continuous: true });
    feed.update(table.rows());
    feed.update(table.rows());
    select(null);
    select('101');
    expect(sent).toEqual(['101 1', '101 2', '101 2']);
  });
});

describe('patches', () => {
  const state = fc.constantFrom(2, 3, 4, 5, 7, 8);
  const look = fc.record({
    kind: fc.constant('look' as const),
    entries: fc.array(fc.tuple(fc.integer({ min: 101, max: 110 }), state), { maxLength: 12 }),
    continuous: fc.boolean(),
  });
  const deed = fc.oneof(
    look,
    look,
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

  test('in whatever portions they are sent, make the same rows as one snapshot', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.boolean())), (deeds) => {
        const table = createRosterTable(() => null);
        let held: ReadonlyMap<string, RosterRow> = new Map();
        const feed = createFeed(
          { rows: table.rows, details: (workNo) => ({ workNo, asked: 'waiting', history: table.history(workNo), listens: [] }) },
          (message) => (held = follow(held, message)),
        );
        feed.watch(true);
        feed.watchAgents({ selected: '101', inView: [], favourites: [] });
        for (const [index, [one, sent]] of deeds.entries()) {
          const at = index * 3_000;
          switch (one.kind) {
            case 'look':
              table.take({
                entries: one.entries.map(([workNo, status]) => entry(String(workNo), status, { groupid: 1 })),
                at,
                continuous: one.continuous,
              });
              break;
            case 'learn': {
              const row = table.rows()?.get(String(one.workNo));
              if (row !== undefined)
                table.learn(
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
          if (sent && rows !== null) feed.update(rows);
        }
        const rows = table.rows();
        if (rows === null) return;
        feed.update(rows);
        expect(held).toEqual(new Map(rows));
      }),
    );
  });
});
