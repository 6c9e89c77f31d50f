import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TrailFile } from '../../../main/audit/check.ts';
import { bundled } from '../../support/bundled/bundled.ts';
import { trailOf } from './trails.ts';

const whole = trailOf(6);
const [october = { name: '', text: '' }, november = { name: '', text: '' }] = whole.files;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-verify-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: readonly TrailFile[]): void {
  for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
}

function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundled('auditVerify'), ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run audit:verify', () => {
  test('a whole trail: 0, how many listens, and what only a noted entry can show', () => {
    write(whole.files);
    const { status, stdout } = verify(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('2 files, 6 listens, entries 1 to 12');
    expect(stdout).toContain('Whether its end was cut off, or all of it was written anew, only --head can show.');
    expect(stdout).toContain(`Newest entry: --head 12:${whole.end.hash}`);
  });

  test('a changed line: 1, with file and line', () => {
    write([{ ...october, text: october.text.replace('20001', '20002') }, november]);
    const { status, stdout } = verify(folder);
    expect(status).toBe(1);
    expect(stdout).toContain(`${october.name}, line 1: entry 1 was changed after it was written.`);
    expect(stdout).toContain('1 place is not as written.');
  });

  test('a removed file: 1', () => {
    write([november]);
    const { status, stdout } = verify(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('before it entries 1 to 4 are gone, as when a file is removed.');
  });

  test('a file by itself: what came before is not asked for, and that is said', () => {
    write([november]);
    const { status, stdout } = verify(path.join(folder, november.name));
    expect(status).toBe(0);
    expect(stdout).toContain('Entries 1 to 4 are not in these files, and were not checked.');
  });

  test('an end that was cut off: 1 with the entry that was noted down', () => {
    write([october]);
    expect(verify(folder).status).toBe(0);
    const { status, stdout } = verify(folder, '--head', `12:${whole.end.hash}`);
    expect(status).toBe(1);
    expect(stdout).toContain('Entry 12, which is known from elsewhere, is not in this trail');
  });

  test.each([
    [[], 'Name the folder'],
    [['--head', 'x', '.'], '--head is SEQ:HASH'],
    [['/does/not/exist'], 'could not be read'],
  ])('what was not understood (%j): 2', (args, words) => {
    const { status, stderr } = verify(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  test('a folder without a trail: 2, not 0', () => {
    expect(verify(folder).status).toBe(2);
  });
});
