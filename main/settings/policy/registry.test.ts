import { describe, expect, test } from 'vitest';
import { scriptedRegistry, stored, windowsError } from '../../../test/support/scriptedRegistry.ts';
import type { NativeFault } from '../registryRead.ts';
import type { LoadedModule } from './nativeModule.ts';
import type { RunProgram } from './program.ts';
import { readRegistryPolicy } from './registry.ts';

const regExe = 'C:\\Windows\\System32\\reg.exe';

/** A reg.exe that prints one policy of the computer. */
const printing: RunProgram = (_file, [, key = '']) => {
  const printed: Readonly<Record<string, string>> = {
    'HKEY_CURRENT_USER\\Software\\Policies': '\r\n',
    'HKEY_LOCAL_MACHINE\\Software\\Policies': '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Earshot\r\n',
    'HKEY_LOCAL_MACHINE\\Software\\Policies\\Earshot':
      '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Earshot\r\n    pollGap    REG_DWORD    0x12c\r\n',
  };
  return Promise.resolve({ ok: key in printed, output: Buffer.from(printed[key] ?? '') });
};

/** As where “Prevent access to registry editing tools” holds. */
const forbidden: RunProgram = () => Promise.resolve({ ok: false, output: new Uint8Array() });

const opening = (hives: Parameters<typeof scriptedRegistry>[0]) => (): LoadedModule => ({
  kind: 'loaded',
  registry: scriptedRegistry(hives),
});
const failing = (fault: NativeFault) => (): LoadedModule => ({ kind: 'failed', fault });

describe('policies in the registry of Windows', () => {
  test('are read where reg.exe may not run, by Windows’ own functions', async () => {
    const loadNative = opening({ HKEY_LOCAL_MACHINE: { values: { pollGap: stored.number(300) } } });
    expect(await readRegistryPolicy({ loadNative, run: forbidden, regExe })).toEqual({
      values: { pollGap: 300 },
      fault: null,
      registry: { by: 'native' },
    });
  });

  test.each<readonly [string, () => LoadedModule, NativeFault]>([
    ['the module is not there', failing({ code: 'missing' }), { code: 'missing' }],
    ['the module may not be loaded', failing({ code: 'notLoaded' }), { code: 'notLoaded' }],
    ['Windows denies the key', opening({ HKEY_LOCAL_MACHINE: windowsError(5) }), { code: 'accessDenied' }],
    ['Windows denies the user’s key', opening({ HKEY_CURRENT_USER: windowsError(5), HKEY_LOCAL_MACHINE: {} }), { code: 'accessDenied' }],
    ['Windows cannot read the key', opening({ HKEY_LOCAL_MACHINE: windowsError(1018) }), { code: 'failed', errno: 1018 }],
    ['nobody knows why', opening({ HKEY_LOCAL_MACHINE: new Error() }), { code: 'failed', errno: null }],
  ])('are read with reg.exe where %s; where that may not run either, that is said', async (_, loadNative, because) => {
    expect(await readRegistryPolicy({ loadNative, run: printing, regExe })).toEqual({
      values: { pollGap: 300 },
      fault: null,
      registry: { by: 'regExe', because },
    });
    expect(await readRegistryPolicy({ loadNative, run: forbidden, regExe })).toEqual({
      values: {},
      fault: 'policyUnreadable',
      registry: { by: 'nothing', because },
    });
  });

  test('are never half by one way and half by the other', async () => {
    const user = { values: { alertVolume: stored.number(30) } };
    const loadNative = opening({ HKEY_CURRENT_USER: user, HKEY_LOCAL_MACHINE: windowsError(5) });
    expect((await readRegistryPolicy({ loadNative, run: printing, regExe })).values).toEqual({ pollGap: 300 });
  });
});
