import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runQuietly } from '../processes.ts';
import { inProject } from '../project.ts';
import { hear, nothingYet, type PartState } from './board.ts';
import { readNews } from './news.ts';

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
  write('vitest.config.mjs', "export default { test: { include: ['*.test.mjs'] } };");
  write('some.spec.mjs', `import { expect, test } from '@playwright/test'; const { describe } = test;${tests}`);
  const hangs = '() => { test.setTimeout(1); return new Promise(() => {}); }';
  const inSteps = `async () => { await test.step('outer', () => test.step('inner', ${hangs})); }`;
  write('steps.spec.mjs', `import { test } from '@playwright/test'; test('hangs', ${inSteps});`);
  // Without a folder of its own it empties the project's test-results, where the runs beside this one write.
  write('playwright.config.mjs', "export default { testMatch: '*.spec.mjs', outputDir: 'results' };");
  const short = '() => new Promise((resolve) => setTimeout(resolve, 4))';
  write('many.test.mjs', `import { test } from 'vitest'; for (let n = 0; n < 300; n += 1) test(\`number \${n}\`, ${short});`);
  const pause = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)';
  write('slowly.mjs', `let n = 0; export default class { onTestCaseResult() { if (n++ % 20 === 0) ${pause}; } }`);
  write('broken.test.mjs', "import 'nowhere';");
  const property = 'fc.assert(fc.property(fc.nat(), (n) => { expect(n, "the number").toBeLessThan(3); }), { seed: 7 })';
  write('property.test.mjs', `import fc from 'fast-check'; import { expect, test } from 'vitest'; test('holds', () => { ${property}; });`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const reporter = (name: string): string => `--reporter=${inProject('scripts', 'testing', `${name}Reporter.ts`)}`;
const script = (...parts: readonly string[]): string => inProject('node_modules', ...parts);

async function heard(program: string, ...args: readonly string[]): Promise<PartState> {
  let state = nothingYet;
  await runQuietly(program, args, {}, (message) => {
    state = hear(state, readNews(message), 0);
  });
  return state;
}

const told = (file: string, title: string) => ({ file: expect.stringMatching(`${file}$`) as unknown, title });

function expectEachTold(state: PartState, file: string): void {
  expect(state).toMatchObject({
    passed: 1,
    failed: [{ ...told(file, 'fails'), why: expect.stringMatching(/Expected|expected/) as unknown }],
    skipped: [told(file, 'is skipped')],
    finished: true,
  });
  expect(state.running.size).toBe(0);
}

let played: PartState;
beforeAll(async () => {
  const config = `--config=${path.join(folder, 'playwright.config.mjs')}`;
  played = await heard(script('@playwright', 'test', 'cli.js'), 'test', config, reporter('playwright'));
});

test('Playwright tells of each test how it ended, and why', () => {
  expectEachTold({ ...played, failed: played.failed.filter(({ file }) => file.endsWith('some.spec.mjs')) }, 'some.spec.mjs');
  expect(played).toMatchObject({ broken: [], steps: { done: 4, of: 4 } });
});

test('of a test that hangs, the step is told in which it does', () => {
  const why = played.failed.find(({ file }) => file.endsWith('steps.spec.mjs'))?.why;
  expect(why).toMatch(/timeout of 1ms exceeded.*\nin the step: outer › inner$/);
});

let all: PartState;
beforeAll(async () => {
  all = await heard(script('vitest', 'vitest.mjs'), 'run', `--root=${folder}`, reporter('vitest'), '--exclude=many.test.mjs');
});

test('Vitest tells of each test how it ended, and why', () => {
  expectEachTold({ ...all, failed: all.failed.filter(({ file }) => file.endsWith('some.test.mjs')) }, 'some.test.mjs');
  expect(all.steps).toEqual({ done: 3, of: 3 });
});

test('a test of whose beginning Vitest tells after its end is not said to run', async () => {
  const slowly = `--reporter=${path.join(folder, 'slowly.mjs')}`;
  const many = await heard(script('vitest', 'vitest.mjs'), 'run', `--root=${folder}`, slowly, reporter('vitest'), 'many');
  expect(many.passed).toBe(300);
  expect([...many.running.values()]).toEqual([]);
});

test('a file of tests that cannot be loaded is told of, with the reason', () => {
  expect(all.broken.join()).toMatch(/broken\.test\.mjs: .*nowhere/);
});

test('of a property that does not hold, the seed, the counterexample and what it broke are told', () => {
  const why = all.failed.find(({ file }) => file.endsWith('property.test.mjs'))?.why;
  expect(why).toMatch(/Property failed after \d+ tests\n\{ seed: 7, .*\nCounterexample: \[3\]/);
  expect(why).toMatch(/AssertionError: the number: expected 3 to be less than 3/);
});
