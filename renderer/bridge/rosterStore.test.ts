import { describe, expect, it } from 'vitest';
import { parseLink } from './parsedBridge.ts';
import { createRosterStore } from './rosterStore.ts';
import { unknownOfRow } from '../../test/support/rosterRow.ts';
import { facesAt } from '../../test/renderer/faces/faces.ts';
import { scriptedLink } from '../../test/support/scriptedLink.ts';

const row = { workNo: '101', name: 'Wang Fang', group: 'Sales', state: 'idle', since: 0, ...unknownOfRow };
const snapshot = (revision: number): unknown => ({ kind: 'snapshot', revision, rows: [row] });
const patch = (revision: number): unknown => ({ kind: 'patch', revision, changed: [{ ...row, state: 'talking' }], removed: [] });
const off = ['watchRoster', { visible: false }];
const on = ['watchRoster', { visible: true }];

/** The state of an everyday roster. */
function faceState() {
  const face = facesAt(0).find(({ name }) => name === 'roster');
  if (face === undefined) throw new Error('There is no face of the roster.');
  return face.state;
}

function start() {
  const link = scriptedLink();
  const later: (() => void)[] = [];
  const store = createRosterStore({ bridge: parseLink(link), schedule: (run) => later.push(run) });
  return {
    link,
    store,
    pass: () =>
      later.splice(0).forEach((run) => {
        run();
      }),
  };
}

describe('the roster store', () => {
  it('keeps the rows by snapshot and patches, the same map until something changes', () => {
    const { link, store } = start();
    let changes = 0;
    store.subscribe(() => (changes += 1));
    store.watch(true);
    link.roster(snapshot(7));
    const first = store.rows();
    expect(store.rows()).toBe(first);
    link.roster(patch(8));
    expect([...store.rows().values()].map((each) => each.state)).toEqual(['talking']);
    expect(changes).toBe(2);
    expect(link.sent).toEqual([on]);
  });

  it.each([
    ['a revision is missing', patch(9)],
    ['a message cannot be read', { kind: 'patch', revision: 'eight' }],
    ['a message is no message', 42],
  ])('asks for a fresh snapshot when %s, and keeps the rows meanwhile', (_when, message) => {
    const { link, store } = start();
    store.watch(true);
    link.roster(snapshot(7));
    link.roster(message);
    expect(link.sent).toEqual([on, off, on]);
    expect([...store.rows().values()]).toHaveLength(1);
    link.roster(snapshot(12));
    link.roster(patch(13));
    expect([...store.rows().values()].map((each) => each.state)).toEqual(['talking']);
  });

  it('does not ask without end for what it cannot read', () => {
    const { link, store, pass } = start();
    store.watch(true);
    for (let count = 0; count < 50; count += 1) link.roster('rubbish');
    expect(link.sent).toEqual([on, off, on]);
    pass();
    expect(link.sent).toEqual([on, off, on, off, on]);
    link.roster(snapshot(1));
    pass();
    expect(link.sent).toHaveLength(5);
  });

  it('asks for nothing while nobody looks', () => {
    const { link, store } = start();
    link.roster(patch(3));
    expect(link.sent).toEqual([]);
    store.watch(true);
    store.watch(false);
    link.roster(patch(3));
    link.reachable(true);
    expect(link.sent).toEqual([on, off]);
  });

  it('watches again after the connection came back', () => {
    const { link, store } = start();
    store.watch(true);
    link.reachable(false);
    link.reachable(true);
    expect(link.sent).toEqual([on, on]);
  });

  describe('keeps the rows of before while nobody watches', () => {
    const { session, ...rest } = faceState();
    const state = (change: object): unknown => ({ session, ...rest, ...change });
    function watched() {
      const started = start();
      started.link.state(state({}));
      started.store.watch(true);
      started.link.roster(snapshot(7));
      started.store.watch(false);
      return { ...started, rows: () => [...started.store.rows().keys()] };
    }

    it('whatever comes of the looks', () => {
      const { link, rows } = watched();
      link.state(state({ roster: { kind: 'loading', at: 5 } }));
      link.state(state({ roster: { kind: 'failed', at: 5, problem: { code: 'connection-refused', meaning: 'connection-refused' } } }));
      expect(rows()).toEqual(['101']);
    });

    it.each([
      ['the session is over', { session: { kind: 'signedOut', problem: null }, roster: { kind: 'off' } }],
      ['another inspector is signed in', { session: { ...session, agentId: '1999' } }],
      ['the next session of the same one has shown nothing yet', { roster: { kind: 'loading', at: null } }],
      ['or could not', { roster: { kind: 'failed', at: null, problem: { code: 'connection-refused', meaning: 'connection-refused' } } }],
    ])('until %s', (_, change) => {
      const { link, store, rows } = watched();
      let changes = 0;
      store.subscribe(() => (changes += 1));
      link.state(state(change));
      expect(rows()).toEqual([]);
      expect(changes).toBe(1);
    });
  });
});
