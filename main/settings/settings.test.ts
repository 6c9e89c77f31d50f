import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsSchema, type Settings } from '../../contract/settings.ts';
import { definitions, settingNames } from './definition.ts';
import { openPersisted } from '../store/persisted.ts';
import { effectiveSettings, failsClosed } from './layers.ts';
import { nothingAdministered, nothingThere, type Administered } from './administered.ts';
import { machineFilePath, readMachineFile } from './machineFile.ts';
import { rootAloneWrites } from './protectedFile.ts';
import { windowsFolder } from './windowsFolder.ts';
import { createSettings } from './settings.ts';
import { rememberingLog } from '../../test/support/silentLog.ts';
import { freshSettings } from '../../test/support/settings.ts';

const none = { user: {}, machine: {}, policy: {}, sourceUnreadable: false };

describe('settings in force', () => {
  test('every default fits its own schema', () => {
    expect(settingsSchema.safeParse(freshSettings.values).success).toBe(true);
    expect(freshSettings).toMatchObject({ locked: [], wrong: [] });
  });

  test('policy wins over the machine file, that over the inspector, the inspector over the default', () => {
    const user = { rosterInterval: 5 };
    const machine = { rosterInterval: 10 };
    const policy = { rosterInterval: 20 };
    expect(effectiveSettings({ ...none, user }).values.rosterInterval).toBe(5);
    expect(effectiveSettings({ ...none, user, machine }).values.rosterInterval).toBe(10);
    expect(effectiveSettings({ ...none, user, machine, policy }).values.rosterInterval).toBe(20);
  });

  test('what the administrator set is locked, what the inspector set is not', () => {
    const { locked } = effectiveSettings({
      ...none,
      user: { longTalkMinutes: 7 },
      machine: { rosterInterval: 10 },
      policy: { userTrust: false },
    });
    expect(locked).toEqual(['userTrust', 'rosterInterval']);
  });

  test('a value that does not fit is named and the weaker source counts', () => {
    const shown = effectiveSettings({ ...none, user: { rosterInterval: 5 }, machine: { rosterInterval: 'often' } });
    expect(shown.values.rosterInterval).toBe(5);
    expect(shown.wrong).toEqual([{ name: 'rosterInterval', source: 'machine', why: 'doesNotFit' }]);
    expect(shown.locked).toEqual([]);
  });

  test('a name that is no setting is named', () => {
    expect(effectiveSettings({ ...none, policy: { rosterIntervall: 5 } }).wrong).toEqual([
      { name: 'rosterIntervall', source: 'policy', why: 'unknownName' },
    ]);
  });

  test('what only the administrator may set does not count from the inspector', () => {
    const shown = effectiveSettings({ ...none, user: { allowExpiredCertificate: true, minimumTls: '1.0' } });
    expect(shown.values).toMatchObject({ allowExpiredCertificate: false, minimumTls: '1.2' });
    expect(shown.wrong.map(({ why }) => why)).toEqual(['administratorOnly', 'administratorOnly']);
  });

  test('whatever the sources hold, the result is whole and valid', () => {
    const layer = fc.dictionary(fc.oneof(fc.constantFrom(...settingNames), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(layer, layer, layer, (user, machine, policy) => {
        expect(settingsSchema.safeParse(effectiveSettings({ ...none, user, machine, policy }).values).success).toBe(true);
      }),
    );
  });

  test('a proxy address with a password in it is refused: it would reach the page', () => {
    expect(effectiveSettings({ ...none, user: { proxy: 'http://me:secret@proxy:8080' } }).values.proxy).toBe(definitions.proxy.fallback);
  });
});

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
const pinOf = (gateway: string): string => `${gateway}=${fingerprint}`;

describe('what fits can be used', () => {
  test.each([
    { gateway: 'gw.example:99999' },
    { gateway: 'fe80::1' },
    { gateway: '010.0.0.5' },
    { gateway: 'http:8043' },
    { proxy: 'http://proxy.example:99999' },
    { proxy: 'http://:8080' },
    { proxy: 'http://010.0.0.5:8080' },
    { proxy: 'http://a;b:8080' },
    { proxy: 'proxy.example:8080' },
  ])('%j is not obeyed, and named', (policy) => {
    const shown = effectiveSettings({ ...none, policy });
    expect(shown.values).toEqual(freshSettings.values);
    expect(shown.wrong.map(({ name, why }) => [name, why])).toEqual([[Object.keys(policy)[0], 'doesNotFit']]);
  });

  test.each([
    [{ gateway: '10.0.0.5：8043' }],
    [{ gateway: 'https://gw.example/' }],
    [{ proxy: 'https://[fd00::1]:8080/' }],
    [{ proxy: 'http://proxy.example' }],
    [{ proxyDirect: ['10.*', '<local>', '<-loopback>', '*', '[fd00::2]', 'fd00::2', 'gw.example.', '网关.公司', '*.example'] }],
  ])('%j is obeyed whole', (policy) => {
    const shown = effectiveSettings({ ...none, policy });
    expect(shown.wrong).toEqual([]);
    expect(shown.values).toMatchObject(policy);
  });
});

describe('a list of the administrator', () => {
  test.each([
    [
      'pins',
      [pinOf('gw.example'), pinOf('gw.example').toLowerCase(), pinOf('gw.example:99999'), pinOf('http://gw'), pinOf('gw2:1')],
      [1, 5],
    ],
    ['backupGateways', ['gw2.example:99999', 'gw3.example', 7], [2]],
    ['proxyDirect', ['gw.example:8043', 'a;b', '10.0.0.0/8', 'gw.example', 'a/b'], [4]],
  ] as const)('%s counts in its good entries, and the places of the others are named', (name, list, good) => {
    const shown = effectiveSettings({ ...none, machine: { [name]: list } });
    expect(shown.values[name]).toEqual(good.map((at) => list[at - 1]));
    const entries = list.map((_, at) => at + 1).filter((at) => !good.some((each) => each === at));
    expect(shown.wrong).toEqual([{ name, source: 'machine', why: 'doesNotFit', entries }]);
    expect(shown.locked).toEqual([name]);
  });

  test('without a good entry leaves the word to the next weaker place', () => {
    const shown = effectiveSettings({ ...none, user: { backupGateways: ['gw3'] }, machine: { backupGateways: ['gw:99999'] } });
    expect(shown.values.backupGateways).toEqual(['gw3']);
    expect(shown.wrong).toEqual([{ name: 'backupGateways', source: 'machine', why: 'doesNotFit', entries: [1] }]);
  });

  test('that holds nothing is the administrator’s word', () => {
    const shown = effectiveSettings({ ...none, user: { backupGateways: ['gw3'] }, machine: { backupGateways: [] } });
    expect(shown).toMatchObject({ values: { backupGateways: [] }, locked: ['backupGateways'] });
  });
});

describe('inspectors trust nothing themselves', () => {
  const machine = { userTrust: true };

  test.each([
    ['while an entry of the pins cannot be used', { ...none, machine: { ...machine, pins: [pinOf('gw'), pinOf('gw:99999')] } }],
    ['while all pins cannot be used', { ...none, machine, policy: { pins: ['gw=AB'] } }],
    ['while the pins are no list', { ...none, policy: { pins: 'gw=AB' } }],
    ['while it cannot be read whether they may', { ...none, machine, policy: { userTrust: 'no' } }],
    ['while a source cannot be read that may forbid it', { ...none, sourceUnreadable: true }],
  ])('%s', (_, layers) => {
    const shown = effectiveSettings(layers);
    expect(shown.values.userTrust).toBe(false);
    expect(failsClosed(shown)).toBe(true);
  });

  test.each([
    ['where another place of the administrator allows it', { ...none, machine, sourceUnreadable: true }, true],
    ['where the administrator forbids it', { ...none, machine: { userTrust: false, pins: ['?'] } }, false],
    ['where only the inspector’s own choices are wrong', { ...none, user: { pins: ['?'], userTrust: 'no' } }, true],
  ])('by nobody’s fault %s', (_, layers, userTrust) => {
    const shown = effectiveSettings(layers);
    expect(shown.values.userTrust).toBe(userTrust);
    expect(failsClosed(shown)).toBe(false);
  });
});

describe('the folder of Windows', () => {
  test('is asked of the kernel, never of a variable', () => {
    const asked: string[] = [];
    const folder = windowsFolder((name) => {
      asked.push(name);
      return 'D:\\Windows';
    });
    expect([folder, asked]).toEqual(['D:\\Windows', ['\\\\?\\GLOBALROOT\\SystemRoot']]);
  });

  test('is the usual one where the kernel’s name leads nowhere', () => {
    const nowhere = (): never => {
      throw new Error('ENOENT');
    };
    expect(windowsFolder(nowhere)).toBe('C:\\Windows');
    expect(windowsFolder(() => '\\\\server\\share')).toBe('C:\\Windows');
  });
});

describe.each(['user', 'machine', 'policy'] as const)('a wrong value of the %s layer', (source) => {
  test.each(settingNames)('%s is named and the default counts', (name) => {
    const shown = effectiveSettings({ ...none, [source]: { [name]: { no: 'value' } } });
    const why = source === 'user' && definitions[name].settableBy === 'administrator' ? 'administratorOnly' : 'doesNotFit';
    const closed = source !== 'user' && (name === 'pins' || name === 'userTrust');
    const values = closed ? { ...freshSettings.values, userTrust: false } : freshSettings.values;
    expect(shown).toEqual({ values, locked: [], wrong: [{ name, source, why }] });
  });
});

describe('what the administrator sets while Earshot runs', () => {
  function service(administered: Administered) {
    let disk: unknown = {};
    const log = rememberingLog();
    const persisted = openPersisted({ damaged: false, read: () => disk, write: (value) => (disk = value) }, log);
    const befores: Settings[] = [];
    return { settings: createSettings({ persisted, administered, log, onChange: (before) => befores.push(before) }), befores, log };
  }

  test('counts from then on, and is told with what was before', () => {
    const { settings, befores } = service(nothingAdministered);
    settings.administer({ ...nothingAdministered, policy: { alertVolume: 5 } });
    expect(settings.get().alertVolume).toBe(5);
    expect(settings.shown().locked).toEqual(['alertVolume']);
    expect(befores.map((before) => before.alertVolume)).toEqual([70]);
  });

  test('is nothing new when it is as it was', () => {
    const { settings, befores } = service({ ...nothingAdministered, policy: { pins: [] } });
    settings.administer({ ...nothingAdministered, policy: { pins: [] } });
    expect(befores).toEqual([]);
  });

  test('in the registry is logged with the way by which it was read, and why not by the first', () => {
    const because = { code: 'failed', errno: 1018 } as const;
    const { log, settings } = service({ ...nothingAdministered, registry: { by: 'regExe', because } });
    settings.administer({ ...nothingAdministered, registry: { by: 'native' } });
    expect(log.lines.filter((line) => line.includes('registry read'))).toEqual([
      expect.stringMatching(/warn.*regExe.*failed.*1018/u),
      expect.stringMatching(/info.*native/u),
    ]);
  });

  test('in the registry and read in another way alone is logged as that, and is no change', () => {
    const { log, settings, befores } = service({ ...nothingAdministered, registry: { by: 'nothing', because: { code: 'missing' } } });
    expect(settings.administer({ ...nothingAdministered, registry: { by: 'native' } })).toBe(false);
    expect(log.lines.filter((line) => line.includes('changed'))).toEqual([]);
    expect(befores).toEqual([]);
  });

  test('and cannot be used is logged by name, never by value', () => {
    const { log } = service({ ...nothingAdministered, policy: { proxy: 'http://me:hunter2@proxy:1' }, faults: ['machineFileDamaged'] });
    expect(log.lines.join('\n')).toMatch(/setting not obeyed.*proxy.*policy.*doesNotFit/u);
    expect(log.lines.join('\n')).toMatch(/administered settings not obeyed.*machineFileDamaged/u);
    expect(log.lines.join('\n')).not.toContain('hunter2');
  });
});

describe("the inspector's choices", () => {
  function service(machine: Record<string, unknown> = {}) {
    let disk: unknown = {};
    const persisted = openPersisted({ damaged: false, read: () => disk, write: (value) => (disk = value) }, rememberingLog());
    const befores: Settings[] = [];
    const settings = createSettings({
      persisted,
      administered: { ...nothingAdministered, machine },
      log: rememberingLog(),
      onChange: (before) => befores.push(before),
    });
    return { settings, persisted, befores };
  }

  test('are kept and told with what was before', () => {
    const { settings, persisted, befores } = service();
    expect(settings.change({ longTalkMinutes: 20 })).toEqual({ ok: true });
    expect(settings.get().longTalkMinutes).toBe(20);
    expect(persisted.get().settings).toEqual({ longTalkMinutes: 20 });
    expect(befores.map((before) => before.longTalkMinutes)).toEqual([10]);
  });

  test.each([{ rosterInterval: 30 }, { rosterInterval: 30, longTalkMinutes: 30 }, { userTrust: false }])(
    'are refused whole when the administrator alone decides: %j',
    (choices) => {
      const { settings, persisted } = service({ rosterInterval: 10 });
      expect(settings.change(choices)).toMatchObject({ ok: false, problem: { code: 'setting-locked' } });
      expect(persisted.get().settings).toEqual({});
    },
  );
});

describe('the settings file of the machine', () => {
  const holding = (text: string) => () => ({ text, protected: true });

  test('may begin with a byte order mark', () => {
    expect(readMachineFile(holding('\uFEFF{"rosterInterval": 10}'))).toEqual({ values: { rosterInterval: 10 }, fault: null });
  });

  test('may name its JSON Schema for an editor', () => {
    expect(readMachineFile(holding('{"$schema": "./settings.schema.json", "pollGap": 10}')).values).toEqual({ pollGap: 10 });
  });

  test('that is not there sets nothing', () => {
    expect(readMachineFile(() => null)).toEqual(nothingThere);
  });

  test.each(['', '{', '[1]', '7'])('that holds %j is said to be damaged', (text) => {
    expect(readMachineFile(holding(text))).toEqual({ values: {}, fault: 'machineFileDamaged' });
  });

  test('that may not be read is said to be damaged', () => {
    const read = (): never => {
      throw new Error('EACCES');
    };
    expect(readMachineFile(read).fault).toBe('machineFileDamaged');
  });

  test('that users can write is not obeyed', () => {
    const read = () => ({ text: '{"userTrust": true, "minimumTls": "1.0"}', protected: false });
    expect(readMachineFile(read)).toEqual({ values: {}, fault: 'machineFileUnprotected' });
  });

  test.each([
    [{ uid: 0, mode: 0o100644 }, true],
    [{ uid: 0, mode: 0o040755 }, true],
    [{ uid: 1000, mode: 0o100644 }, false],
    [{ uid: 0, mode: 0o100664 }, false],
    [{ uid: 0, mode: 0o100646 }, false],
  ])('is root’s alone with %j: %j', (rights, alone) => {
    expect(rootAloneWrites(rights)).toBe(alone);
  });

  test('lies where users cannot write', () => {
    expect(machineFilePath('win32', 'D:\\Windows')).toBe('D:\\ProgramData\\Earshot\\settings.json');
    expect(machineFilePath('darwin', '')).toBe('/Library/Application Support/Earshot/settings.json');
    expect(machineFilePath('linux', '')).toBe('/etc/earshot/settings.json');
  });
});
