import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOpenToOthers, makeOwnFolder, othersCanWrite } from './ownFolder.ts';
import { expectMode } from '../../test/support/ownersAlone.ts';

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
  for (const each of [path.join(base, 'a'), folder]) expectMode(each, 0o700);
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

test.skipIf(process.platform === 'win32')('a folder is open to others when group or everybody may write in it', () => {
  expect(isOpenToOthers(base)).toBe(false);
  for (const mode of [0o770, 0o777, 0o1777, 0o702]) {
    chmodSync(base, mode);
    expect(isOpenToOthers(base), mode.toString(8)).toBe(true);
  }
});

test('or when it is another user’s, who may open it; the system’s own can write anywhere', () => {
  expect(othersCanWrite({ mode: 0o40700, uid: 1001 }, 1000)).toBe(true);
  expect(othersCanWrite({ mode: 0o40700, uid: 1000 }, 1000)).toBe(false);
  expect(othersCanWrite({ mode: 0o40755, uid: 0 }, 1000)).toBe(false);
});
