import { describe, expect, it } from 'vitest';
import { historyBars } from './historyBars.ts';

describe('the line of states', () => {
  it('is filled from its beginning until now, each span as long as it lasted', () => {
    const spans = [
      { state: 'idle', from: 0, fromIs: 'atLeast' },
      { state: null, from: 60_000, fromIs: 'seen' },
      { state: 'talking', from: 75_000, fromIs: 'exact' },
    ] as const;
    const bars = historyBars(spans, 100_000);
    expect(bars.map(({ start, length }) => [start, length])).toEqual([
      [0, 0.6],
      [0.6, 0.15],
      [0.75, 0.25],
    ]);
    expect(bars.map(({ atLeast }) => atLeast)).toEqual([true, false, false]);
  });

  it('takes a clock that was set back', () => {
    for (const { length } of historyBars([{ state: 'idle', from: 5_000, fromIs: 'seen' }], 1_000)) expect(length).toBe(0);
  });
});
