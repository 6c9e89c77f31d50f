import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOwnFolder } from '../../main/ownFolder.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earshot-folder-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

test('a folder is made with all that is missing above it, for its owner alone', () => {
  const folder = path.join(base, 'a', 'b', 'c');
  makeOwnFolder(folder);
  for (const each of [path.join(base, 'a'), folder]) expect(statSync(each).mode & 0o777).toBe(0o700);
  makeOwnFolder(folder);
});

test('a file in its place, or above it, is said', () => {
  const file = path.join(base, 'file');
  writeFileSync(file, '');
  expect(() => {
    makeOwnFolder(file);
  }).toThrow();
  expect(() => {
    makeOwnFolder(path.join(file, 'below'));
  }).toThrow();
});

// Node's own recursive mkdir never returns there.
test.skipIf(!existsSync('/proc/self'))('a place that takes no folders is said, and does not hang', () => {
  expect(() => {
    makeOwnFolder('/proc/earshot/data');
  }).toThrow();
});
