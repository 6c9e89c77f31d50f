import { expect, test } from 'vitest';
import type { RosterMessage } from '../../contract/roster.ts';
import { createSubscriptions } from './subscriptions.ts';
import { rowOf } from '../../test/support/agentFacts.ts';

function stage() {
  const told: string[] = [];
  const rows = new Map([['101', rowOf('101')]]);
  const subscriptions = createSubscriptions({
    source: { rows: () => rows, details: () => null },
    onShown: () => told.push('shown'),
    onNoneVisible: () => told.push('none visible'),
    onAttention: () => told.push('attention'),
  });
  return { told, rows, subscriptions };
}

test('the last one that goes out of view, or closes, leaves nobody to poll for', () => {
  const { told, subscriptions } = stage();
  const first = subscriptions.open(() => undefined, false);
  const second = subscriptions.open(() => undefined, false);
  first.watch(true);
  second.watch(true);
  first.watch(false);
  expect(told).not.toContain('none visible');
  second.close();
  expect(told.slice(-2)).toEqual(['none visible', 'attention']);
  expect(subscriptions.anyVisible()).toBe(false);
});

test('a module in the background needs the agents, and is no page that shows them', () => {
  const { subscriptions } = stage();
  subscriptions.open(() => undefined, true).watch(true);
  expect([subscriptions.anyVisible(), subscriptions.pageVisible()]).toEqual([true, false]);
  subscriptions.open(() => undefined, false).watch(true);
  expect(subscriptions.pageVisible()).toBe(true);
});

test('what a hidden page cares for is not asked about', () => {
  const { subscriptions } = stage();
  const hidden = subscriptions.open(() => undefined, false);
  hidden.watchAgents({ selected: '102', inView: ['102'], favourites: [], queues: true });
  expect([subscriptions.attention(), subscriptions.queuesVisible()]).toEqual([null, false]);
  const shown = subscriptions.open(() => undefined, false);
  shown.watchAgents({ selected: '101', inView: ['101'], favourites: [], queues: true });
  shown.watch(true);
  expect([subscriptions.attention()?.selected, subscriptions.queuesVisible()]).toEqual(['101', true]);
});

test('the rows go from every page with the session', () => {
  const { subscriptions } = stage();
  const messages: RosterMessage[][] = [[], []];
  for (const received of messages) subscriptions.open((message) => received.push(message), false).watch(true);
  subscriptions.empty();
  for (const received of messages) expect(received.at(-1)).toMatchObject({ kind: 'patch', removed: ['101'] });
});
