import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findElectron } from './electronBinary.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-electron-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const names: ReadonlyMap<string, string> = new Map([
  ['darwin', path.join('Electron.app', 'Contents', 'MacOS', 'Electron')],
  ['win32', 'electron.exe'],
]);
const program = names.get(process.platform) ?? 'electron';

test('a named folder without Electron is said to hold none, and no other Electron is taken in its place', () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'empty') };
  expect(findElectron(env, true)).toEqual({ kind: 'missing', why: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' });
});

test('the Electron of a named folder is the one that runs', () => {
  const file = path.join(folder, 'full', program);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'full') }, false)).toEqual({ kind: 'found', file });
});
