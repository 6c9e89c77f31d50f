import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsSchema, type Settings } from '../../contract/settings.ts';
import { definitions, settingNames } from '../../main/settings/definition.ts';
import { openKept } from '../../main/settings/kept.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';
import { nothingAdministered, nothingThere, type Administered } from '../../main/settings/administered.ts';
import { machineFilePath, readMachineFile } from '../../main/settings/machineFile.ts';
import { rootAloneWrites } from '../../main/settings/protectedFile.ts';
import { createSettings } from '../../main/settings/settings.ts';
import { rememberingLog } from '../support/silentLog.ts';
import { freshSettings } from '../support/settings.ts';

const none = { user: {}, machine: {}, policy: {} };

describe('settings in force', () => {
  test('every default fits its own schema', () => {
    expect(settingsSchema.safeParse(freshSettings.values).success).toBe(true);
    expect(freshSettings).toMatchObject({ locked: [], wrong: [] });
  });

  test('policy wins over the machine file, that over the inspector, he over the default', () => {
    const user = { rosterInterval: 5 };
    const machine = { rosterInterval: 10 };
    const policy = { rosterInterval: 20 };
    expect(effectiveSettings({ ...none, user }).values.rosterInterval).toBe(5);
    expect(effectiveSettings({ ...none, user, machine }).values.rosterInterval).toBe(10);
    expect(effectiveSettings({ user, machine, policy }).values.rosterInterval).toBe(20);
  });

  test('what the administrator set is locked, what the inspector set is not', () => {
    const { locked } = effectiveSettings({ user: { longTalkMinutes: 7 }, machine: { rosterInterval: 10 }, policy: { userTrust: false } });
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
        expect(settingsSchema.safeParse(effectiveSettings({ user, machine, policy }).values).success).toBe(true);
      }),
    );
  });

  test('a proxy address with a password in it is refused: it would reach the page', () => {
    expect(effectiveSettings({ ...none, user: { proxy: 'http://me:secret@proxy:8080' } }).values.proxy).toBe(definitions.proxy.fallback);
  });
});

describe.each(['user', 'machine', 'policy'] as const)('a wrong value of the %s layer', (source) => {
  test.each(settingNames)('%s is named and the default counts', (name) => {
    const shown = effectiveSettings({ ...none, [source]: { [name]: { no: 'value' } } });
    const why = source === 'user' && definitions[name].settableBy === 'administrator' ? 'administratorOnly' : 'doesNotFit';
    expect(shown).toEqual({ values: freshSettings.values, locked: [], wrong: [{ name, source, why }] });
  });
});

describe('what the administrator sets while Earshot runs', () => {
  function room(administered: Administered) {
    let disk: unknown = {};
    const log = rememberingLog();
    const kept = openKept({ damaged: false, read: () => disk, write: (value) => (disk = value) }, log);
    const befores: Settings[] = [];
    return { settings: createSettings({ kept, administered, log, onChange: (before) => befores.push(before) }), befores, log };
  }

  test('counts from then on, and is told with what was before', () => {
    const { settings, befores } = room(nothingAdministered);
    settings.administer({ ...nothingAdministered, policy: { alertVolume: 5 } });
    expect(settings.get().alertVolume).toBe(5);
    expect(settings.shown().locked).toEqual(['alertVolume']);
    expect(befores.map((before) => before.alertVolume)).toEqual([70]);
  });

  test('is nothing new when it is as it was', () => {
    const { settings, befores } = room({ ...nothingAdministered, policy: { pins: [] } });
    settings.administer({ ...nothingAdministered, policy: { pins: [] } });
    expect(befores).toEqual([]);
  });

  test('and cannot be used is logged by name, never by value', () => {
    const { log } = room({ ...nothingAdministered, policy: { proxy: 'http://me:hunter2@proxy:1' }, faults: ['machineFileDamaged'] });
    expect(log.lines.join('\n')).toMatch(/setting not obeyed.*proxy.*policy.*doesNotFit/u);
    expect(log.lines.join('\n')).toMatch(/administered settings not obeyed.*machineFileDamaged/u);
    expect(log.lines.join('\n')).not.toContain('hunter2');
  });
});

describe("the inspector's choices", () => {
  function room(machine: Record<string, unknown> = {}) {
    let disk: unknown = {};
    const kept = openKept({ damaged: false, read: () => disk, write: (value) => (disk = value) }, rememberingLog());
    const befores: Settings[] = [];
    const settings = createSettings({
      kept,
      administered: { ...nothingAdministered, machine },
      log: rememberingLog(),
      onChange: (before) => befores.push(before),
    });
    return { settings, kept, befores };
  }

  test('are kept and told with what was before', () => {
    const { settings, kept, befores } = room();
    expect(settings.change({ longTalkMinutes: 20 })).toEqual({ ok: true });
    expect(settings.get().longTalkMinutes).toBe(20);
    expect(kept.get().settings).toEqual({ longTalkMinutes: 20 });
    expect(befores.map((before) => before.longTalkMinutes)).toEqual([10]);
  });

  test.each([{ rosterInterval: 30 }, { rosterInterval: 30, longTalkMinutes: 30 }, { userTrust: false }])(
    'are refused whole when the administrator alone decides: %j',
    (choices) => {
      const { settings, kept } = room({ rosterInterval: 10 });
      expect(settings.change(choices)).toMatchObject({ ok: false, problem: { code: 'setting-locked' } });
      expect(kept.get().settings).toEqual({});
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
    expect(machineFilePath('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Earshot\\settings.json');
    expect(machineFilePath('darwin', {})).toBe('/Library/Application Support/Earshot/settings.json');
    expect(machineFilePath('linux', {})).toBe('/etc/earshot/settings.json');
  });
});
