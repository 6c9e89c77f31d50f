import { describe, expect, test } from 'vitest';
import { nothingYet } from './board.ts';
import { aloneCommand, verdictOf, type Done } from './verdict.ts';

const part = (change: Partial<Done>): Done => ({ name: 'web', state: nothingYet, output: '', good: true, whole: false, ...change });
const failure = { file: 'test/e2e/web/settings.spec.ts', title: 'a "quoted" title', why: 'Error: expected 1\nat test/x.ts:3' };

describe('what came of a run', () => {
  test('counts tests, and what passes or fails as a whole as one', () => {
    const lint = part({ name: 'lint', whole: true });
    const web = part({ good: false, state: { ...nothingYet, passed: 7, failed: [failure] } });
    expect(verdictOf([lint, web])).toMatchObject({ passed: 8, failed: 1, skipped: 0, counts: '8 passed, 1 failed, 0 skipped' });
  });

  test('tells of each failed test its name, its reason and the command that runs it alone', () => {
    const { details } = verdictOf([part({ good: false, state: { ...nothingYet, failed: [failure] } })]);
    expect(details).toEqual([
      `FAILED test/e2e/web/settings.spec.ts: a "quoted" title
    Error: expected 1
    at test/x.ts:3
    alone: npm test -- test/e2e/web/settings.spec.ts 'a "quoted" title'`,
    ]);
  });

  test('tells of a long reason its beginning and its end, last of all before the counts', () => {
    const why = `Error: begins here\n${'x'.repeat(100_000)}\nseed 42`;
    const skipped = { ...failure, why: 'no desktop' };
    const { details } = verdictOf([part({ good: false, state: { ...nothingYet, failed: [{ ...failure, why }], skipped: [skipped] } })]);
    const last = details.at(-1) ?? '';
    expect(last).toMatch(/^FAILED .*\n {4}Error: begins here\n {4}x+\n {4}… 98527 more characters …\n {4}x+\n {4}seed 42\n {4}alone: .*$/);
    expect(last.length).toBeLessThan(1_800);
  });

  test('holds what a part printed that failed without a test’s name', () => {
    const { details, failed } = verdictOf([part({ name: 'lint', whole: true, good: false, output: 'main/a.ts 3:1 error\n' })]);
    expect(failed).toBe(1);
    expect(details).toEqual(['FAILED lint. It printed:\n    main/a.ts 3:1 error']);
  });

  test('holds what failed outside of the tests', () => {
    const { details, counts } = verdictOf([
      part({ good: false, state: { ...nothingYet, passed: 2, broken: ['a.test.ts: no such module'] } }),
    ]);
    expect(details).toEqual(['FAILED web, outside of its tests:\n    a.test.ts: no such module']);
    expect(counts).toBe('2 passed, 1 failed, 0 skipped');
  });

  test('a runner that ended before it was through has failed, whatever passed until then', () => {
    expect(verdictOf([part({ good: false, state: { ...nothingYet, passed: 2 } })]).failed).toBe(1);
  });

  test('gives each reason for skipping once, with the names', () => {
    const skipped = ['one', 'two'].map((title) => ({ file: 'test/electron/a.spec.ts', title, why: 'Xvfb is not installed' }));
    const { details, counts } = verdictOf([part({ state: { ...nothingYet, skipped } })]);
    expect(details).toEqual(['skipped (2): Xvfb is not installed', '    test/electron/a.spec.ts: one', '    test/electron/a.spec.ts: two']);
    expect(counts).toBe('0 passed, 0 failed, 2 skipped');
  });
});

test.each([
  ['plain', 'npm test -- a.ts plain'],
  ['two words', 'npm test -- a.ts "two words"'],
  ['$HOME and `date`', "npm test -- a.ts '$HOME and `date`'"],
  ["it's \\d", "npm test -- a.ts 'it'\\''s \\d'"],
])('the command for %s is safe in a shell', (title, line) => {
  expect(aloneCommand('a.ts', title)).toBe(line);
});
