import { describe, expect, test } from 'vitest';
import type { Listen } from '../../contract/state.ts';
import { createPastListens } from './pastListens.ts';

const agent = { workNo: '101', name: 'Wang Fang' };
const requesting = (since: number): Listen => ({ kind: 'requesting', agent, since });
const listening = (since: number): Listen => ({ kind: 'listening', agent, since, problem: null });
const ended = (since: number, outcome: 'stopped' | 'hungUp' | 'endedByOtherSide'): Listen => ({
  kind: 'ended',
  agent,
  since,
  outcome,
  problem: null,
  heardFor: 5_000,
});

describe('the listens of this session', () => {
  test('are told newest first, from the asking to the end', () => {
    const past = createPastListens();
    for (const listen of [requesting(1), listening(2), ended(7, 'stopped'), requesting(10), listening(12), ended(17, 'hungUp')])
      past.follow(listen);
    expect(past.of('101')).toEqual([
      { askedAt: 10, endedAt: 17, outcome: 'hungUp', heardFor: 5_000 },
      { askedAt: 1, endedAt: 7, outcome: 'stopped', heardFor: 5_000 },
    ]);
    expect(past.of('102')).toEqual([]);
  });

  test('an end that is put better afterwards is one listen', () => {
    const past = createPastListens();
    for (const listen of [requesting(1), ended(7, 'endedByOtherSide'), ended(7, 'hungUp')]) past.follow(listen);
    expect(past.of('101')).toMatchObject([{ outcome: 'hungUp' }]);
  });

  test('one that goes on is not in it', () => {
    const past = createPastListens();
    past.follow(requesting(1));
    past.follow(listening(2));
    expect(past.of('101')).toEqual([]);
  });
});
