import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { auditFolder } from './files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-trail-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('an entry can be put into a new file, and behind another one’s last, which stays as it is', async () => {
  const files = auditFolder(folder);
  expect(files.writable('listens-2026-10.jsonl')).toBe(true);
  expect(await files.list()).toEqual([]);
  await files.append('listens-2026-10.jsonl', 'one\n');
  expect(files.writable('listens-2026-10.jsonl')).toBe(true);
  expect(new TextDecoder().decode(await files.read('listens-2026-10.jsonl'))).toBe('one\n');
});

test('none can be put where something that takes none has the file’s name, though all may write it', () => {
  mkdirSync(path.join(folder, 'listens-2026-10.jsonl'));
  expect(auditFolder(folder).writable('listens-2026-10.jsonl')).toBe(false);
});

test('none can be put where the folder is none', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(auditFolder(file).writable(null)).toBe(false);
});
