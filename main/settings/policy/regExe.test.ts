import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settings } from '../../../contract/settings.ts';
import type { SourceRead } from '../administered.ts';
import { definitions, settingNames } from '../definition.ts';
import type { LoadedModule } from './nativeModule.ts';
import type { RunProgram } from './program.ts';
import { readRegistryPolicy } from './registry.ts';

const machine = 'HKEY_LOCAL_MACHINE\\Software\\Policies';
const user = 'HKEY_CURRENT_USER\\Software\\Policies';
const regExe = 'C:\\Windows\\System32\\reg.exe';

/** What reg.exe prints of each key; a key that is not there makes it fail, as everything does that it may not do. */
function registry(keys: Readonly<Record<string, string>>): RunProgram & { asked: string[] } {
  const asked: string[] = [];
  const run: RunProgram = (file, args) => {
    asked.push([file, ...args].join(' '));
    const printed = keys[args[1] ?? ''];
    return Promise.resolve({ ok: printed !== undefined, output: Buffer.from(printed ?? '', 'latin1') });
  };
  return Object.assign(run, { asked });
}

const lines = (...each: readonly string[]): string => each.map((line) => `${line}\r\n`).join('');
const windows = { [machine]: lines('', `${machine}\\Microsoft`), [user]: lines('', `${user}\\Microsoft`) };
const withPolicies = (...values: readonly string[]): Record<string, string> => ({
  ...windows,
  [machine]: lines('', `${machine}\\Adobe`, `${machine}\\Earshot`, `${machine}\\Microsoft`),
  [`${machine}\\Earshot`]: lines('', `${machine}\\Earshot`, ...values, ''),
});
const withoutModule = (): LoadedModule => ({ kind: 'failed', fault: { code: 'missing' } });

async function read(keys: Readonly<Record<string, string>>): Promise<Pick<SourceRead, 'values' | 'fault'>> {
  const { values, fault } = await readRegistryPolicy({ loadNative: withoutModule, run: registry(keys), regExe });
  return { values, fault };
}

describe('policies as reg.exe prints them', () => {
  test('numbers stand for on and off, texts for words, several texts for a list', async () => {
    const values = [
      '    userTrust    REG_DWORD    0x0',
      '    pollGap    REG_DWORD    0x12c',
      '    rosterInterval    REG_QWORD    0x5',
      '    alertVolume    REG_DWORD    0x1',
      '    minimumTls    REG_SZ    1.3',
      '    proxyDirect    REG_MULTI_SZ    gw1.example\\0gw2.example',
      '    proxy    REG_EXPAND_SZ    %PROXY%',
      '    certificateAuthorityFile    REG_SZ    C:\\Program Files\\Example\\ca 1.pem',
      '    alertDevice    REG_SZ    ',
    ];
    expect(await read(withPolicies(...values))).toEqual({
      fault: null,
      values: {
        userTrust: false,
        pollGap: 300,
        rosterInterval: 5,
        alertVolume: 1,
        minimumTls: '1.3',
        proxyDirect: ['gw1.example', 'gw2.example'],
        proxy: '%PROXY%',
        certificateAuthorityFile: 'C:\\Program Files\\Example\\ca 1.pem',
        alertDevice: '',
      },
    });
  });

  test('a text may hold JSON, and so what the console cannot print', async () => {
    const values = ['    backupGateways    REG_SZ    ["gw2.example:8043"]', '    alertDevice    REG_SZ    "Kopfh\\u00f6rer"'];
    expect((await read(withPolicies(...values))).values).toEqual({ backupGateways: ['gw2.example:8043'], alertDevice: 'Kopfhörer' });
  });

  test('a list of objects has one a line, or all of them in one text', async () => {
    const one = { watch: { kind: 'waiting', skill: 'Claims', moreThan: 10 } };
    const two = { watch: { kind: 'timeInState', state: 'rest', minutes: 15 }, colour: 'red' };
    const rules = async (value: string) => (await read(withPolicies(value))).values['rules'];
    expect(await rules(`    rules    REG_MULTI_SZ    ${JSON.stringify(one)}\\0${JSON.stringify(two)}`)).toEqual([one, two]);
    expect(await rules(`    rules    REG_SZ    ${JSON.stringify([one, two])}`)).toEqual([one, two]);
    // What is no object is named by its place later, and costs nothing but itself.
    expect(await rules(`    rules    REG_MULTI_SZ    ${JSON.stringify(one)}\\0no rule`)).toEqual([one, 'no rule']);
  });

  test('the computer’s win over the user’s, each by itself, whatever the case of their names', async () => {
    const keys = {
      ...withPolicies('    ALERTVOLUME    REG_DWORD    0x14'),
      [user]: lines('', `${user}\\EARSHOT`),
      [`${user}\\EARSHOT`]: lines('', `${user}\\EARSHOT`, '    alertVolume    REG_DWORD    0x50', '    followMode    REG_SZ    listen'),
    };
    expect((await read(keys)).values).toEqual({ alertVolume: 20, followMode: 'listen' });
  });

  test('a computer without any is asked two questions and answers nothing', async () => {
    const run = registry(windows);
    expect(await readRegistryPolicy({ loadNative: withoutModule, run, regExe })).toMatchObject({ values: {}, fault: null });
    expect(run.asked).toEqual([`${regExe} query ${user}`, `${regExe} query ${machine}`]);
  });

  test('a user without a policy key of their own is no failure', async () => {
    expect(await read({ [machine]: windows[machine] })).toEqual({ values: {}, fault: null });
  });

  test.each([
    ['reg.exe may not run', {}],
    ['the key is there but not readable', { ...windows, [machine]: lines('', `${machine}\\Earshot`) }],
    ['what comes back is no answer of reg.exe', { ...windows, [machine]: '<html>' }],
  ])('%s: said, nothing obeyed', async (_, keys) => {
    expect(await read(keys)).toEqual({ values: {}, fault: 'policyUnreadable' });
  });

  test.each([
    ['letters beyond ASCII, which depend on the console', '    alertDevice    REG_SZ    Kopfh\xf6rer'],
    ['a question mark, which stands for what the console lacks', '    alertDevice    REG_SZ    ???'],
    ['another type', '    alertDevice    REG_BINARY    00FF'],
    ['a number that is none', '    alertDevice    REG_DWORD    12'],
    ['a number beyond all that are exact', '    alertDevice    REG_QWORD    0xffffffffffffffff'],
    ['a text of two lines', '    alertDevice    REG_SZ    Head\r\nset'],
  ])('a value with %s becomes one that fits no setting, and the others stay', async (_, line) => {
    const { values } = await read(withPolicies(line, '    userTrust    REG_DWORD    0x0'));
    expect(values).toEqual({ alertDevice: null, userTrust: false });
  });

  test('the default value of the key is no setting, in no language', async () => {
    const { values } = await read(withPolicies('    (Default)    REG_SZ    x', '    (Standard)    REG_SZ    (Wert nicht gesetzt)'));
    expect(values).toEqual({});
  });

  test('a key below is named, not read', async () => {
    const keys = withPolicies();
    const key = `${machine}\\Earshot`;
    expect((await read({ ...keys, [key]: `${keys[key] ?? ''}${lines(`${key}\\pins`)}` })).values).toEqual({ pins: null });
  });

  test('every default, stored as the policy template stores it, comes back as it was', async () => {
    const stored = settingNames.map((name) => {
      const value = definitions[name].fallback;
      if (typeof value === 'boolean') return `    ${name}    REG_DWORD    0x${value ? '1' : '0'}`;
      if (typeof value === 'number') return `    ${name}    REG_DWORD    0x${value.toString(16)}`;
      return typeof value === 'string'
        ? `    ${name}    REG_SZ    ${value}`
        : `    ${name}    REG_MULTI_SZ    ${value.map((entry) => JSON.stringify(entry)).join('\\0')}`;
    });
    const { values } = await read(withPolicies(...stored));
    expect(values).toEqual(Object.fromEntries(settingNames.map((name) => [name, definitions[name].fallback])));
  });

  test('whatever reg.exe prints, reading ends with values or says that it could not', async () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom(...settingNames), fc.constantFrom('REG_SZ', 'REG_DWORD', 'REG_MULTI_SZ', 'REG_QWORD'), fc.string())
        .map(([name, type, data]) => `    ${name}    ${type}    ${data}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (printed) => {
        const { values, fault } = await read(withPolicies(...printed));
        expect(fault === null || Object.keys(values).length === 0).toBe(true);
        for (const name of settingNames) {
          const value = values[name];
          // Text never becomes a setting's value but by the setting's own schema.
          if (typeof value === 'boolean') expect(settings[name].safeParse(value).success).toBe(true);
        }
      }),
    );
  });
});
