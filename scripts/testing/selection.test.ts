import { describe, expect, test } from 'vitest';
import { titlePattern } from './pattern.ts';
import { near, select, type TestFile } from './selection.ts';
import type { Runner } from './testFiles.ts';
import { titlesIn } from './testTitles.ts';

function testFile(runner: Runner, file: string, source: string): TestFile {
  return { runner, file, source: () => source, titles: () => titlesIn(file, source) };
}

const machine = testFile(
  'vitest',
  'main/listen/listenMachine.test.ts',
  "describe('a click', () => { test('a second click while one is under way sends nothing', () => {}); test.each(['SIGINT', 'SIGTERM'])('it ends cleanly on %s', () => {}); });",
);
const tray = testFile(
  'electron',
  'test/electron/surfaces.spec.ts',
  "test('the tray follows the plan', async ({ harness }) => {}); for (const theme of themes) test(`nothing is found in the ${theme} window`, () => {});",
);
const page = testFile('web', 'test/e2e/web/settings.spec.ts', "test('A second click signs out', async () => {});");
const files = [machine, tray, page];
const checks = ['lint', 'format'];

describe('a word of npm test', () => {
  test('that is a part of a file’s path runs that file whole, in its runner', () => {
    expect(select(['listenmachine'], checks, files)).toEqual({
      kind: 'chosen',
      checks: [],
      tests: { vitest: { files: [machine.file], titles: [] } },
    });
  });

  test('that is a folder runs all that lies in it, also as Windows writes it', () => {
    for (const word of ['./test/electron', 'test\\electron']) {
      expect(select([word], checks, files)).toMatchObject({ tests: { electron: { files: [tray.file] } } });
    }
  });

  test('that is a part of a title runs what has it, in whichever runner it lives', () => {
    expect(select(['a second click'], checks, files)).toEqual({
      kind: 'chosen',
      checks: [],
      tests: { vitest: { files: [machine.file], titles: ['a second click'] }, web: { files: [page.file], titles: ['a second click'] } },
    });
  });

  test('beside a file’s name is a title in that file', () => {
    expect(select(['settings.spec', 'a second click'], checks, files)).toEqual({
      kind: 'chosen',
      checks: [],
      tests: { web: { files: [page.file], titles: ['a second click'] } },
    });
  });

  test.each(['it ends cleanly on SIGINT', 'a click it ends cleanly on SIGTERM', 'nothing is found in the dark window', 'THE TRAY FOLLOWS'])(
    'that is a whole title finds it, also where a part of it is filled in: %s',
    (title) => {
      expect(select([title], checks, files)).toMatchObject({ kind: 'chosen' });
    },
  );

  test('that is a check runs the check', () => {
    expect(select(['lint'], checks, files)).toEqual({ kind: 'chosen', checks: ['lint'], tests: {} });
  });

  test('that is nothing is told, with what is near to it', () => {
    const word = 'the tray folows the plan';
    expect(select([word], checks, files)).toEqual({ kind: 'unknown', word });
    expect(near(word, checks, files)[0]).toBe('the tray follows the plan');
  });

  test('is not taken for a title of which nearly everything is filled in', () => {
    const vague = testFile('vitest', 'main/a.test.ts', "test.each([])('%s is %s', () => {});");
    expect(select(['what nobody called so is nothing'], checks, [vague])).toMatchObject({ kind: 'unknown' });
  });
});

describe('the pattern that runners look for', () => {
  test('is none where no title was asked for', () => {
    expect(titlePattern([])).toBeUndefined();
  });

  test.each(['costs $5 (or 5 %)', 'ringing? [yes]', 'ß and ﬁ', '李伟 a.b\\c', 'on /path'])(
    'finds %s, in whatever case, and nothing else',
    (title) => {
      const pattern = new RegExp(titlePattern([title]) ?? '');
      expect(`before ${title} after`).toMatch(pattern);
      expect(title.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())).toMatch(pattern);
      expect(title.replace(/[^\p{L}]/u, 'x')).not.toMatch(pattern);
    },
  );
});
