import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptedRegistry, stored, windowsError, type ScriptedKey } from '../../../test/support/scriptedRegistry.ts';
import { settings } from '../../../contract/settings.ts';
import type { RawSettings } from '../administered.ts';
import { definitions, settingNames } from '../definition.ts';
import type { StoredValue } from './nativeRegistry.ts';
import { readRegistryPolicy } from './registry.ts';
import type { Hive } from './registryKey.ts';

/** What is read where Windows' own functions can be had; reg.exe must not be run then. */
async function read(hives: Readonly<Partial<Record<Hive, ScriptedKey>>>): Promise<RawSettings> {
  const registry = scriptedRegistry(hives);
  const run = () => {
    throw new Error('reg.exe was run');
  };
  const found = await readRegistryPolicy({ loadNative: () => ({ kind: 'loaded', registry }), run, regExe: 'reg.exe' });
  expect(found).toMatchObject({ fault: null, registry: { by: 'native' } });
  expect(registry.stillOpen()).toBe(0);
  return found.values;
}

const ofComputer = (values: Readonly<Record<string, StoredValue | null>>): Promise<RawSettings> => read({ HKEY_LOCAL_MACHINE: { values } });

describe('policies as Windows’ own functions read them', () => {
  test('numbers stand for on and off, texts for words, several texts for a list', async () => {
    const values = {
      userTrust: stored.number(0),
      pollGap: stored.number(300),
      rosterInterval: stored.longNumber(5n),
      alertVolume: stored.number(1),
      minimumTls: stored.text('1.3'),
      proxyDirect: stored.texts(['gw1.example', 'gw2.example']),
      backupGateways: stored.text('["gw2.example:8043"]'),
      certificateAuthorityFile: stored.text('C:\\Program Files\\Example\\ca 1.pem'),
      alertDevice: stored.text(''),
    };
    expect(await ofComputer(values)).toEqual({
      userTrust: false,
      pollGap: 300,
      rosterInterval: 5,
      alertVolume: 1,
      minimumTls: '1.3',
      proxyDirect: ['gw1.example', 'gw2.example'],
      backupGateways: ['gw2.example:8043'],
      certificateAuthorityFile: 'C:\\Program Files\\Example\\ca 1.pem',
      alertDevice: '',
    });
  });

  test.each([
    ['Chinese', '扬声器', '扬声器'],
    ['a question mark', 'which?', 'which?'],
    ['a character of two units', '🎧', '🎧'],
    ['JSON with escapes', '"Kopfh\\u00f6rer"', 'Kopfhörer'],
  ])('%s comes as it was written', async (_, text, said) => {
    expect(await ofComputer({ alertDevice: stored.text(text) })).toEqual({ alertDevice: said });
  });

  test('variables in a text are not expanded: they are the user’s to set', async () => {
    expect(await ofComputer({ certificateAuthorityFile: stored.textToExpand('%OWN%\\ca.pem') })).toEqual({
      certificateAuthorityFile: '%OWN%\\ca.pem',
    });
  });

  test('a text may lack its end, or hold more behind it', async () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
    expect(
      await ofComputer({
        alertDevice: { type: 1, bytes: bytes('ab') },
        proxyDirect: { type: 7, bytes: bytes('gw1.example\0gw2.example') },
      }),
    ).toEqual({ alertDevice: 'ab', proxyDirect: ['gw1.example', 'gw2.example'] });
    expect(await ofComputer({ alertDevice: { type: 1, bytes: bytes('ab\0old') } })).toEqual({ alertDevice: 'ab' });
  });

  test.each<readonly [string, StoredValue]>([
    ['of another type', { type: 3, bytes: Uint8Array.of(0, 255) }],
    ['cut in the middle of a character', { type: 1, bytes: Uint8Array.of(0x41, 0, 0x42) }],
    ['with half of a character of two units', { type: 1, bytes: Uint8Array.of(0x3c, 0xd8, 0, 0) }],
    ['that is a list and cut', { type: 7, bytes: Uint8Array.of(0x41) }],
    ['that is a number and cut', { type: 4, bytes: Uint8Array.of(1, 0) }],
    ['that is a long number and cut', { type: 11, bytes: Uint8Array.of(1, 0, 0, 0) }],
    ['that is a number beyond all that are exact', stored.longNumber(2n ** 53n)],
  ])('a value %s becomes one that fits no setting, and the others stay', async (_, value) => {
    expect(await ofComputer({ alertDevice: value, userTrust: stored.number(0) })).toEqual({ alertDevice: null, userTrust: false });
  });

  test('the computer’s win over the user’s, each by itself, whatever the case of their names', async () => {
    const values = await read({
      HKEY_LOCAL_MACHINE: { values: { ALERTVOLUME: stored.number(20) } },
      HKEY_CURRENT_USER: { values: { alertVolume: stored.number(80), followMode: stored.text('listen') } },
    });
    expect(values).toEqual({ alertVolume: 20, followMode: 'listen' });
  });

  test('a computer without any has nothing set', async () => {
    expect(await read({})).toEqual({});
    expect(await read({ HKEY_LOCAL_MACHINE: {} })).toEqual({});
  });

  test('the default value of the key is no setting, and one that has gone meanwhile is none', async () => {
    expect(await ofComputer({ '': stored.text('x'), pollGap: null })).toEqual({});
  });

  test('a key below is named, not read', async () => {
    expect(await read({ HKEY_LOCAL_MACHINE: { keys: ['pins'] } })).toEqual({ pins: null });
  });

  test('every default, stored as the policy template stores it, comes back as it was', async () => {
    const values = settingNames.map((name): [string, StoredValue] => {
      const value = definitions[name].fallback;
      if (typeof value === 'boolean') return [name, stored.number(value ? 1 : 0)];
      if (typeof value === 'number') return [name, stored.number(value)];
      return [name, typeof value === 'string' ? stored.text(value) : stored.texts(value.map((entry) => JSON.stringify(entry)))];
    });
    expect(await ofComputer(Object.fromEntries(values))).toEqual(
      Object.fromEntries(settingNames.map((name) => [name, definitions[name].fallback])),
    );
  });

  test('any text comes back as it was stored', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0') && each.isWellFormed());
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect((await ofComputer({ unheardOf: stored.text(each) }))['unheardOf']).toBe(each);
      }),
    );
  });

  test('whatever bytes stand in whatever type, reading ends with values', async () => {
    const value = fc.record({ type: fc.integer({ min: 0, max: 12 }), bytes: fc.uint8Array({ maxLength: 20 }) });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...settingNames), value), async (values) => {
        const found = await ofComputer(values);
        expect(Object.keys(found).sort()).toEqual(Object.keys(values).sort());
        for (const name of settingNames) {
          // Text never becomes a setting's value but by the setting's own schema.
          if (typeof found[name] === 'boolean') expect(settings[name].safeParse(found[name]).success).toBe(true);
        }
      }),
    );
  });
});

test('a key that fails while it is read is closed all the same', async () => {
  const registry = scriptedRegistry({ HKEY_LOCAL_MACHINE: { keys: [] } });
  const failing = {
    open: (...place: Parameters<typeof registry.open>) => {
      const key = registry.open(...place);
      const valueNames = (): readonly string[] => {
        throw windowsError(1018);
      };
      return key === null ? null : { ...key, valueNames };
    },
  };
  const run = () => Promise.resolve({ ok: false, output: new Uint8Array() });
  const found = await readRegistryPolicy({ loadNative: () => ({ kind: 'loaded', registry: failing }), run, regExe: 'reg.exe' });
  expect(found.registry).toEqual({ by: 'nothing', because: { code: 'failed', errno: 1018 } });
  expect(registry.stillOpen()).toBe(0);
});
