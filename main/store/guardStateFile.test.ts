import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guardStateFile } from './guardStateFile.ts';
import { openPersisted } from './persisted.ts';
import { silentLog } from '../../test/support/silentLog.ts';

let folder: string;
const file = (): string => path.join(folder, 'earshot.json');
const open = () => guardStateFile(file(), () => new Conf({ cwd: folder, configName: 'earshot', projectName: 'earshot' }), silentLog);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-kept-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what is written is read by the next run', () => {
  open().write({ agentId: '291' });
  expect(open().read()).toEqual({ agentId: '291' });
});

test('a damaged file is moved aside, and it is said that nothing is trusted any more', () => {
  writeFileSync(file(), '{"pins":{"gw');
  const persisted = openPersisted(open(), silentLog);
  expect(persisted.unreadable).toContain('pins');
  expect(readFileSync(path.join(folder, 'earshot.unreadable.json'), 'utf8')).toBe('{"pins":{"gw');
});

test('what a crash left of an unfinished write is gone with the next start, and nothing else is', () => {
  open().write({ agentId: '291' });
  for (const name of ['earshot.json.tmp-5425057540dfc19c', 'window.json.tmp-5425057540dfc19c'])
    writeFileSync(path.join(folder, name), '{"keptS');
  expect(open().read()).toEqual({ agentId: '291' });
  expect(readdirSync(folder)).toEqual(['earshot.json', 'window.json.tmp-5425057540dfc19c']);
});

test('a file that cannot be opened stays where it is', () => {
  writeFileSync(file(), '{}');
  const guarded = guardStateFile(
    file(),
    () => {
      throw Object.assign(new Error('locked'), { code: 'EBUSY' });
    },
    silentLog,
  );
  guarded.write({ agentId: '291' });
  expect(guarded.read()).toEqual({});
  expect(existsSync(file())).toBe(true);
});

test.skipIf(!existsSync('/dev/zero'))('a link to a device in its place is not read, and it is said that nothing is trusted', () => {
  symlinkSync('/dev/zero', file());
  const persisted = openPersisted(open(), silentLog);
  expect(persisted.unreadable).toContain('pins');
  expect(persisted.get().agentId).toBe('');
});
