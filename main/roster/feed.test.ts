import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { ListedAgent } from '../gateway/agentList.ts';
import { createFeed } from './feed.ts';
import { foldRoster as fold, type Rows } from './fold.ts';
import { inOrder } from './inOrder.ts';

const agent = (workNo: string, state: ListedAgent['state'] = 'idle', name = `Agent ${workNo}`): ListedAgent => ({
  workNo,
  name,
  group: 'A',
  groupId: 1,
  state,
  voice: true,
});

const nothingBeside = { own: null, inspectors: new Map(), groupNames: new Map() };

function foldRoster(previous: Rows | null, agents: readonly ListedAgent[], at: number, continuous: boolean): Rows {
  return fold(previous, agents, { at, continuous }, nothingBeside).rows;
}

describe('time in state', () => {
  test('an agent first seen has been there at least since then', () => {
    expect(foldRoster(null, [agent('101')], 1_000, false).get('101')).toMatchObject({ since: 1_000, sinceIs: 'atLeast' });
  });

  test('a change between two looks is a change seen', () => {
    const first = foldRoster(null, [agent('101')], 1_000, false);
    expect(foldRoster(first, [agent('101', 'talking')], 4_000, true).get('101')).toMatchObject({
      since: 4_000,
      sinceIs: 'seen',
    });
  });

  test('without a change the time goes on', () => {
    const first = foldRoster(null, [agent('101')], 1_000, false);
    expect(foldRoster(first, [agent('101', 'idle', 'New name')], 4_000, true).get('101')).toMatchObject({
      since: 1_000,
      name: 'New name',
    });
  });

  test('after a gap nobody knows what happened in between: the time starts anew as a least', () => {
    const first = foldRoster(null, [agent('101')], 1_000, false);
    expect(foldRoster(first, [agent('101')], 60_000, false).get('101')).toMatchObject({ since: 60_000, sinceIs: 'atLeast' });
  });

  test('who appears between two looks has signed in between them', () => {
    const first = foldRoster(null, [agent('101')], 1_000, false);
    expect(foldRoster(first, [agent('101'), agent('102')], 4_000, true).get('102')).toMatchObject({
      since: 4_000,
      sinceIs: 'seen',
    });
  });
});

describe('rows found in their order', () => {
  test('are found whatever the order in which they are asked for, strangers and the same ones again among them', () => {
    const number = fc.integer({ min: 101, max: 112 }).map(String);
    fc.assert(
      fc.property(fc.uniqueArray(number), fc.array(number), (present, asked) => {
        const rows = foldRoster(
          null,
          present.map((workNo) => agent(workNo)),
          1_000,
          false,
        );
        const find = inOrder(rows);
        expect(asked.map(find)).toEqual(asked.map((workNo) => rows.get(workNo)));
      }),
    );
  });
});

describe('what is sent of the roster', () => {
  function receive(held: Map<string, RosterRow>, message: RosterMessage): Map<string, RosterRow> {
    if (message.kind === 'details') return held;
    if (message.kind === 'snapshot') return new Map(message.rows.map((row) => [row.workNo, row]));
    const next = new Map(held);
    for (const workNo of message.removed) next.delete(workNo);
    for (const row of message.changed) next.set(row.workNo, row);
    return next;
  }

  test('first a snapshot, then only what changed', () => {
    const sent: RosterMessage[] = [];
    let rows: Rows = foldRoster(null, [agent('101'), agent('102')], 1, false);
    const feed = createFeed({ rows: () => rows, details: () => null }, (message) => sent.push(message));
    feed.watch(true);
    rows = foldRoster(rows, [agent('101', 'talking')], 2, true);
    feed.update(rows);
    expect(sent[0]).toMatchObject({ kind: 'snapshot', revision: 1 });
    expect(sent[1]).toMatchObject({ kind: 'patch', revision: 2, changed: [{ workNo: '101' }], removed: ['102'] });
  });

  test('nothing is sent while nobody looks, nor when nothing changed', () => {
    const sent: RosterMessage[] = [];
    let rows: Rows = foldRoster(null, [agent('101')], 1, false);
    const feed = createFeed({ rows: () => rows, details: () => null }, (message) => sent.push(message));
    feed.update(rows);
    expect(sent).toHaveLength(0);
    feed.watch(true);
    rows = foldRoster(rows, [agent('101')], 2, true);
    feed.update(rows);
    expect(sent).toHaveLength(1);
    feed.watch(false);
    rows = foldRoster(rows, [agent('101', 'talking')], 3, true);
    feed.update(rows);
    expect(sent).toHaveLength(1);
  });

  test('signing out empties what the renderer holds', () => {
    const sent: RosterMessage[] = [];
    const rows = foldRoster(null, [agent('101')], 1, false);
    const feed = createFeed({ rows: () => rows, details: () => null }, (message) => sent.push(message));
    feed.watch(true);
    feed.update(null);
    expect(sent.at(-1)).toMatchObject({ kind: 'patch', removed: ['101'] });
  });

  test('however the centre changes, a renderer that follows the messages holds the same rows', () => {
    const state = fc.constantFrom<ListedAgent['state'][]>('idle', 'talking', 'rest');
    const look = fc.uniqueArray(fc.tuple(fc.integer({ min: 101, max: 112 }), state), { selector: ([workNo]) => workNo });
    fc.assert(
      fc.property(fc.array(fc.tuple(look, fc.boolean())), (looks) => {
        let rows: Rows = new Map();
        let held = new Map<string, RosterRow>();
        const feed = createFeed({ rows: () => rows, details: () => null }, (message) => (held = receive(held, message)));
        feed.watch(true);
        for (const [index, [agents, watched]] of looks.entries()) {
          feed.watch(watched);
          rows = foldRoster(
            rows,
            agents.map(([workNo, is]) => agent(String(workNo), is)),
            index,
            true,
          );
          feed.update(rows);
        }
        feed.watch(true);
        expect(held).toEqual(new Map(rows));
      }),
    );
  });
});
