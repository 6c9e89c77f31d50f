import { expect, test } from 'vitest';
import { nothingThere } from '../administered.ts';
import { readPolicy, type PolicyOptions } from './policy.ts';

/** A computer that has no policies, and what of it was asked. */
function computer(platform: NodeJS.Platform): PolicyOptions & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    platform,
    windows: 'D:\\Windows',
    userName: 'me',
    rights: () => null,
    loadNative: () => {
      asked.push('native');
      return { kind: 'failed', fault: { code: 'notLoaded' } };
    },
    run: (file) => {
      asked.push(file);
      return Promise.resolve({ ok: false, output: new Uint8Array() });
    },
    asked,
  };
}

test('native code is loaded on Windows alone, and reg.exe run from the folder of Windows', async () => {
  const windows = computer('win32');
  expect(await readPolicy(windows)).toMatchObject({ fault: 'policyUnreadable' });
  expect(new Set(windows.asked)).toEqual(new Set(['native', 'D:\\Windows\\System32\\reg.exe']));
  for (const platform of ['linux', 'darwin'] as const) {
    const other = computer(platform);
    expect(await readPolicy(other)).toEqual(nothingThere);
    expect(other.asked).toEqual([]);
  }
});
