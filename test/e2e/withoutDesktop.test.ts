import path from 'node:path';
import { expect, test } from 'vitest';
import { runQuietly } from '../../scripts/processes.ts';
import { hear, nothingYet } from '../../scripts/testing/board.ts';
import { readNews } from '../../scripts/testing/news.ts';
import { runnerPart } from '../../scripts/testing/parts.ts';

/** Of each way to get a page or a desktop some tests, as all of them cost a busy machine minutes. */
const someFiles = {
  web: ['test/e2e/web/access.spec.ts', 'test/e2e/web/alerts.spec.ts', 'test/e2e/web/laterParts.spec.ts'],
  electron: ['test/e2e/electron/languages.spec.ts', 'test/electron/keyring.spec.ts', 'test/electron/surfaces.spec.ts'],
} as const;

// The folders of the tests that run beside this one are theirs, and so is the scripted application (--no-deps).
const asideOfTheOthers = ['--workers', '1', '--no-deps', '--output', path.join('test-results', 'withoutDesktop')];
const hidden = { EARSHOT_CHROMIUM: path.join(import.meta.dirname, 'nowhere'), PATH: '' };

test.each([
  { runner: 'web', says: /there is no .*nowhere, which EARSHOT_CHROMIUM names: install/ },
  { runner: 'electron', says: /Xvfb/ },
] as const)(
  'on a machine without browser and desktop $runner tests are skipped by name, with what is missing',
  async ({ runner, says }) => {
    const { script, args } = runnerPart(runner, { files: [...someFiles[runner]], titles: [] });
    let state = nothingYet;
    await runQuietly(script, [...args, ...asideOfTheOthers], hidden, (message) => {
      state = hear(state, readNews(message), 0);
    });
    expect(state).toMatchObject({ finished: true, passed: 0, failed: [], broken: [] });
    expect(state.skipped.length).toBe(state.steps.of);
    expect([...new Set(state.skipped.map(({ file }) => file))].sort()).toEqual(someFiles[runner]);
    expect(state.skipped.filter(({ why }) => !says.test(why))).toEqual([]);
  },
  180_000,
);
