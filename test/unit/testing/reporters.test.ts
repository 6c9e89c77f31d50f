import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runQuietly } from '../../../scripts/processes.ts';
import { inProject } from '../../../scripts/project.ts';
import { hear, nothingYet, type PartState } from '../../../scripts/testing/board.ts';
import { readNews } from '../../../scripts/testing/news.ts';

let folder: string;
// Inside of the project, whose libraries the tests in it import.
beforeAll(() => {
  mkdirSync(inProject('dist'), { recursive: true });
  folder = mkdtempSync(inProject('dist', 'reporters-'));
  const tests = `
describe('a group', () => { test('passes', () => {}); });
test('fails', () => { expect(1).toBe(2); });
test.skip('is skipped', () => {});
`;
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  write('some.test.mjs', `import { describe, expect, test } from 'vitest';${tests}`);
  write('vitest.config.mjs', 'export default {};');
  write('some.spec.mjs', `import { expect, test } from '@playwright/test'; const { describe } = test;${tests}`);
  write('playwright.config.mjs', "export default { testMatch: '*.spec.mjs' };");
  write('broken.test.mjs', "import 'nowhere';");
  const property = 'fc.assert(fc.property(fc.nat(), (n) => { expect(n, "the number").toBeLessThan(3); }), { seed: 7 })';
  write('property.test.mjs', `import fc from 'fast-check'; import { expect, test } from 'vitest'; test('holds', () => { ${property}; });`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const reporter = (name: string): string => `--reporter=${inProject('scripts', 'testing', `${name}Reporter.ts`)}`;
const vitest = (file: string): string[] => [
  inProject('node_modules', 'vitest', 'vitest.mjs'),
  'run',
  `--root=${folder}`,
  file,
  reporter('vitest'),
];

async function heard([script = '', ...args]: readonly string[]): Promise<PartState> {
  let state = nothingYet;
  await runQuietly(script, args, {}, (message) => {
    state = hear(state, readNews(message), 0);
  });
  return state;
}

test.for([
  ['Vitest', 'some.test.mjs', 1, () => vitest('some.test')],
  [
    'Playwright',
    'some.spec.mjs',
    3,
    () => [
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      `--config=${path.join(folder, 'playwright.config.mjs')}`,
      reporter('playwright'),
    ],
  ],
] as const)('%s tells of each test how it ended, and why', async ([, file, steps, command]) => {
  const state = await heard(command());
  const told = (title: string) => ({ file: expect.stringMatching(`${file}$`) as unknown, title });
  expect(state).toMatchObject({
    passed: 1,
    failed: [{ ...told('fails'), why: expect.stringMatching(/Expected|expected/) as unknown }],
    skipped: [told('is skipped')],
    broken: [],
    steps: { done: steps, of: steps },
    finished: true,
  });
  expect(state.running.size).toBe(0);
});

test('a file of tests that cannot be loaded is told of, with the reason', async () => {
  const { passed, broken, finished } = await heard(vitest('broken.test'));
  expect([passed, finished]).toEqual([0, true]);
  expect(broken.join()).toMatch(/broken\.test\.mjs: .*nowhere/);
});

test('of a property that does not hold, the seed, the counterexample and what it broke are told', async () => {
  const { failed } = await heard(vitest('property.test'));
  const [{ why } = { why: '' }] = failed;
  expect(why).toMatch(/Property failed after \d+ tests\n\{ seed: 7, .*\nCounterexample: \[3\]/);
  expect(why).toMatch(/AssertionError: the number: expected 3 to be less than 3/);
});
