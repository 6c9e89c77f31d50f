import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadNativeRegistry } from './nativeModule.ts';
import { readNatively } from './nativeRegistry.ts';

/** The path of a file with this text, as a module of that name. */
function moduleFile(name: string, text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-module-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('a module that is not at its place is missing, whatever lies elsewhere', () => {
  const file = moduleFile('other.node', '');
  expect(loadNativeRegistry(path.join(path.dirname(file), 'node.napi.node'))).toEqual({ kind: 'failed', fault: { code: 'missing' } });
});

test.each([
  ['that the system refuses', 'node.napi.node', 'no program of this system'],
  ['without the functions that are wanted', 'module.cjs', 'exports.openKey = () => null;'],
])('a module %s is not loaded', (_, name, text) => {
  expect(loadNativeRegistry(moduleFile(name, text))).toEqual({ kind: 'failed', fault: { code: 'notLoaded' } });
});

const functions = `
exports.openKey = (...asked) => ({ asked });
exports.enumValueNames = ({ asked }) => ['asked'];
exports.enumKeyNames = () => ['below'];
exports.queryValue = ({ asked }) => Object.assign(Buffer.from(JSON.stringify(asked) + '\\0', 'utf16le'), { type: 1 });
exports.closeKey = () => undefined;
`;

test('a key is opened for reading alone, of the hive that is meant, and what its functions answer is read', () => {
  const loaded = loadNativeRegistry(moduleFile('module.cjs', functions));
  if (loaded.kind === 'failed') throw new Error(loaded.fault.code);
  const asked = (hive: number) => JSON.stringify([hive, 'Software\\Policies\\Earshot', 0, 0x2_0019]);
  for (const [hive, number] of [
    ['HKEY_CURRENT_USER', 0x8000_0001],
    ['HKEY_LOCAL_MACHINE', 0x8000_0002],
  ] as const) {
    expect(readNatively(loaded.registry, hive)).toEqual({
      kind: 'read',
      key: { values: [{ name: 'asked', data: asked(number) }], keys: ['below'] },
    });
  }
});

test.each([
  ['names that are none', 'exports.enumValueNames = () => [1];'],
  ['a value without its type', 'exports.queryValue = () => Buffer.from([1, 0]);'],
])('%s are a reading that failed', (_, wrong) => {
  const loaded = loadNativeRegistry(moduleFile('module.cjs', functions + wrong));
  if (loaded.kind === 'failed') throw new Error(loaded.fault.code);
  expect(readNatively(loaded.registry, 'HKEY_LOCAL_MACHINE')).toEqual({ kind: 'failed', fault: { code: 'failed', errno: null } });
});
