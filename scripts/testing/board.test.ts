import { describe, expect, test } from 'vitest';
import { hear, nothingYet, progressLine, type PartState } from './board.ts';
import type { News } from './news.ts';

const first = { id: '1', file: 'test/a.test.ts', title: 'the first' };
const second = { id: '2', file: 'test/a.test.ts', title: 'the second' };

function heard(...news: readonly (readonly [at: number, News])[]): PartState {
  return news.reduce((state, [at, each]) => hear(state, each, at), nothingYet);
}

describe('the line about what is under way', () => {
  test('says of each part how much of how much is done', () => {
    const unit = heard([0, { kind: 'planned', steps: 152 }], [1, { kind: 'stepDone' }], [2, { kind: 'stepDone' }]);
    expect(
      progressLine(
        [
          { name: 'lint', state: nothingYet },
          { name: 'unit', state: unit },
        ],
        3,
      ),
    ).toBe('lint · unit 2/152');
  });

  test('names the test that has been running longest, once it takes twenty seconds', () => {
    const state = heard([0, { kind: 'began', ...first }], [500, { kind: 'began', ...second }]);
    expect(progressLine([{ name: 'web', state }], 19_999)).toBe('web');
    expect(progressLine([{ name: 'web', state }], 20_000)).toBe('web · 20 s: the first');
    const without = hear(state, { kind: 'ended', ...first, outcome: 'passed', why: '' }, 20_000);
    expect(progressLine([{ name: 'web', state: without }], 21_600)).toBe('web · 21 s: the second');
  });

  test('says at once that something failed', () => {
    const state = heard([0, { kind: 'planned', steps: 9 }], [1, { kind: 'ended', ...first, outcome: 'failed', why: 'x' }]);
    expect(progressLine([{ name: 'web', state }], 2)).toBe('web 0/9 (1 failed)');
  });

  test('is empty when nothing is under way', () => {
    expect(progressLine([], 0)).toBe('');
  });
});

describe('what a runner tells', () => {
  test('is counted by its outcome, with the reasons', () => {
    const state = heard(
      [0, { kind: 'ended', ...first, outcome: 'passed', why: '' }],
      [1, { kind: 'ended', ...second, outcome: 'failed', why: 'expected 1' }],
      [2, { kind: 'ended', ...second, outcome: 'skipped', why: 'no desktop' }],
      [3, { kind: 'broken', what: 'no such module' }],
      [4, { kind: 'finished' }],
    );
    expect(state).toMatchObject({
      passed: 1,
      failed: [{ title: 'the second', why: 'expected 1' }],
      skipped: [{ title: 'the second', why: 'no desktop' }],
      broken: ['no such module'],
      finished: true,
    });
  });
});
