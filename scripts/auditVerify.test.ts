import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TrailFile } from '../main/audit/check.ts';
import { bundled } from '../test/support/bundled/bundled.ts';
import { trailOf } from '../test/support/trails.ts';

const headSchema = z.object({ seq: z.number(), hash: z.string() });
const whole = trailOf(6);
const [october = { name: '', text: '' }, november = { name: '', text: '' }] = whole.files;
let data: string;
/** The trail's, as it lies in Earshot's own. */
let folder: string;

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'earshot-verify-'));
  folder = path.join(data, 'audit');
  mkdirSync(folder);
  keepEnd('encrypted');
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

function keepEnd(auditEnd: string | null): void {
  writeFileSync(path.join(data, 'earshot.json'), JSON.stringify({ agentId: '291', auditEnd }));
}

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
    expect(stdout).toContain('Whether its end was cut off, or all of it was written anew, only --head or --heads can show.');
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

  test('an end that was cut off together with what was kept of it: 1', () => {
    write([october]);
    keepEnd(null);
    const { status, stdout } = verify(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('Nothing tells where the trail has to end: what Earshot keeps of its end is missing. Entry 4 is the last');
    rmSync(path.join(data, 'earshot.json'));
    expect(verify(folder).status).toBe(1);
  });

  test('an end that was cut off, where Earshot keeps it without encryption: 1', () => {
    write([october]);
    keepEnd(`12 ${whole.end.hash}`);
    const { status, stdout } = verify(folder);
    expect([status, stdout]).toEqual([1, expect.stringContaining('Entry 12, which is known from elsewhere, is not in this trail')]);
    write(whole.files);
    expect(verify(folder).status).toBe(0);
  });

  test('an end that was cut off, where the log has heads: 1, with what is missing after the last that is there', () => {
    write([october]);
    mkdirSync(path.join(data, 'logs'));
    const lines = whole.files.flatMap(({ text }) => text.trim().split('\n')).map((line) => headSchema.parse(JSON.parse(line)));
    const log = lines.map(({ seq, hash }) => JSON.stringify({ level: 30, seq, hash, event: 'audit head' })).join('\n');
    writeFileSync(path.join(data, 'logs', 'earshot.log'), log);
    const { status, stdout } = verify(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('They go on to entry 12: entries 5 to 12 are missing, cut off or replaced.');
  });

  test('heads in a place of the administrator: 0 for the trail that they are of, 1 for one that was rolled back', () => {
    const elsewhere = path.join(data, 'heads');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'desk.heads'), `12:${whole.end.hash} 2026-11-04T00:00:00.000Z\n`);
    write(whole.files);
    const { status, stdout } = verify(folder, '--heads', elsewhere);
    expect([status, stdout]).toEqual([0, expect.stringContaining('It is as it was written, up to the newest entry that was noted down.')]);
    rmSync(path.join(folder, november.name));
    expect(verify(folder, '--heads', elsewhere).status).toBe(1);
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
