import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeOf } from '../../contract/settingShape.ts';
import { settings, type SettingName } from '../../contract/settings.ts';
import { definitions, settingNames } from '../../main/settings/definition.ts';
import { en } from '../../main/settings/documentation/en.ts';
import { zhCN } from '../../main/settings/documentation/zhCN.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';
import { exampleRules, exampleSettings } from './example.ts';
import { settingsFiles } from './files.ts';
import { freshSettings, otherSettings } from '../../test/support/settings.ts';
import { all, parseXml, readPlist } from '../../test/support/xml.ts';

const root = path.join(import.meta.dirname, '..', '..');
const files = settingsFiles();
const fileNamed = (name: string): string => files[name] ?? '';

test.each(Object.keys(files))('%s is what `npm run settings:write` makes of the settings now', (file) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(files[file]);
});

describe('the policy template of Windows', () => {
  const admx = parseXml(fileNamed('assets/policy/windows/Earshot.admx'));
  const policies = all(admx, 'policy');

  test('has one policy for every setting, below Software\\Policies\\Earshot, for computer and user', () => {
    expect(policies.map(({ attributes }) => attributes['name'])).toEqual(settingNames);
    for (const { attributes } of policies) expect(attributes).toMatchObject({ key: 'Software\\Policies\\Earshot', class: 'Both' });
  });

  test('writes each setting under its own name, in a form that is read back', () => {
    for (const policy of policies) {
      const name = policy.attributes['name'];
      const written = [policy, ...(all(policy, 'elements')[0]?.children ?? [])].map(({ attributes }) => attributes['valueName']);
      expect(written.filter((each) => each !== undefined)).toEqual([name]);
    }
  });

  test('knows every category and every supported version that its policies name', () => {
    const categories = all(admx, 'category').map(({ attributes }) => attributes['name']);
    const supported = all(admx, 'definition').map(({ attributes }) => attributes['name']);
    for (const { attributes } of all(admx, 'parentCategory')) expect(categories).toContain(attributes['ref']);
    for (const policy of policies) {
      for (const { attributes, name } of policy.children) {
        if (name === 'supportedOn') expect(supported).toContain(attributes['ref']);
      }
    }
  });

  describe.each([
    ['en-US', en],
    ['zh-CN', zhCN],
  ])('in %s', (language, words) => {
    const adml = parseXml(fileNamed(`assets/policy/windows/${language}/Earshot.adml`));
    const strings = new Map(all(adml, 'string').map(({ attributes, text }) => [attributes['id'], text]));

    test('has every text that the template names, and no other', () => {
      const named = [...fileNamed('assets/policy/windows/Earshot.admx').matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id);
      expect([...strings.keys()].sort()).toEqual([...new Set(named)].sort());
    });

    test('says of each setting what the documents say', () => {
      for (const name of settingNames) expect(strings.get(name)).toBe(words.settings[name].title);
      expect([...strings.values()].filter((text) => text.trim() === '')).toEqual([]);
    });

    test('has a presentation for every policy with a value, and a control for that value', () => {
      const presentations = new Map(all(adml, 'presentation').map((each) => [each.attributes['id'], each]));
      const withValue = settingNames.filter((name) => shapeOf(name).kind !== 'onOff');
      expect([...presentations.keys()]).toEqual(withValue);
      for (const policy of policies) {
        const [value] = all(policy, 'elements')[0]?.children ?? [];
        if (value === undefined) continue;
        expect(policy.attributes['presentation']).toBe(`$(presentation.${policy.attributes['name'] ?? ''})`);
        const controls = presentations.get(policy.attributes['name'])?.children ?? [];
        expect(controls.filter(({ attributes }) => attributes['refId'] === value.attributes['id']).map(({ name }) => name)).toEqual([
          controlFor[value.name],
        ]);
      }
    });
  });

  test('is translated, not copied', () => {
    const same = settingNames.filter((name) => en.settings[name].text === zhCN.settings[name].text);
    expect(same).toEqual([]);
  });
});

const controlFor: Readonly<Record<string, string>> = {
  decimal: 'decimalTextBox',
  enum: 'dropdownList',
  text: 'textBox',
  multiText: 'multiTextBox',
};

describe('the JSON Schema of the settings file', () => {
  const validate = new Ajv2020().compile(
    z.record(z.string(), z.unknown()).parse(JSON.parse(fileNamed('assets/policy/settings.schema.json'))),
  );

  test.each([
    ['the defaults', freshSettings.values],
    ['other values', otherSettings],
    ['the example of the documents', { $schema: './settings.schema.json', ...exampleSettings }],
    ['rules of which all is left out that has a default', { rules: exampleRules }],
    ['nothing', {}],
  ])('accepts %s', (_, value) => {
    validate(value);
    expect(validate.errors).toBeNull();
  });

  test.each(settingNames)('refuses a wrong value of %s', (name) => {
    expect(validate({ [name]: { no: 'value' } })).toBe(false);
  });

  test('refuses a name that is no setting', () => {
    expect(validate({ rosterIntervall: 5 })).toBe(false);
  });

  const judgements = (name: SettingName, value: unknown): { readonly schema: boolean; readonly earshot: boolean } => ({
    schema: validate({ [name]: value }),
    earshot: settings[name].safeParse(value).success,
  });

  test.each<[SettingName, unknown]>([
    ['gateway', '7'],
    ['gateway', '!'],
    ['gateway', '['],
    ['gateway', 'https'],
    ['gateway', 'gw.example:0'],
    ['gateway', 'gw.0x1'],
    ['backupGateways', ['hfY^j\\Oa']],
    ['pins', [`10.5=${fingerprint}`]],
    ['proxy', 'http://8'],
    ['proxy', 'http://https:gw'],
    ['proxyDirect', ['gw.example:8043']],
    ['proxyDirect', ['1::2::3']],
  ])('refuses what Earshot refuses: %s %j', (name, value) => {
    expect(judgements(name, value)).toEqual({ schema: false, earshot: false });
  });

  test('judges every rule as Earshot does', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 70 });
    const state = fc.constantFrom('rest', 'inCall', 'unknown');
    const of = fc.constantFrom<unknown>(undefined, { kind: 'all' }, { kind: 'group', group: 'Sales' }, { kind: 'group' }, 'all');
    const number = fc.oneof(fc.integer({ min: -1, max: 700 }), fc.constantFrom(1.5, 40_000, 200_000));
    const skill = fc.option(text, { nil: undefined });
    const watch = fc.oneof(
      fc.record({ kind: fc.constant('timeInState'), state, of, minutes: number }),
      fc.record({ kind: fc.constant('numberInState'), state, of, bound: fc.constantFrom('moreThan', 'fewerThan', 'equal'), number }),
      fc.record({ kind: fc.constant('waiting'), skill, moreThan: number }),
      fc.record({ kind: fc.constantFrom('longestWait', 'waiting', 'other'), skill, seconds: number }),
    );
    const rule = fc.record(
      {
        watch,
        name: text,
        toast: fc.constantFrom<unknown>(true, false, 'yes'),
        colour: fc.constantFrom('red', 'none', 'pink'),
        enabled: fc.boolean(),
      },
      { requiredKeys: ['watch'] },
    );
    fc.assert(
      fc.property(rule, (each) => {
        // As it would be written: what is undefined is not there.
        const { schema, earshot } = judgements('rules', JSON.parse(JSON.stringify([each])));
        expect(schema).toBe(earshot);
      }),
      { numRuns: 1_000 },
    );
  });

  test('judges every value as Earshot does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingNames), fc.oneof(likelyValue, fc.jsonValue()), (name, value) => {
        const { schema, earshot } = judgements(name, value);
        expect(schema).toBe(earshot);
      }),
      { numRuns: 1_000 },
    );
  });

  test('judges every address in ASCII as Earshot does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...addressSettings), addressOf(asciiParts), (name, text) => {
        for (const value of [text, [text], [`${text}=${fingerprint}`]]) {
          const { schema, earshot } = judgements(name, value);
          expect(schema).toBe(earshot);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('refuses no address in another script that Earshot takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...addressSettings), addressOf([...asciiParts, ...otherParts]), (name, text) => {
        for (const value of [text, [text], [`${text}=${fingerprint}`]]) {
          const { schema, earshot } = judgements(name, value);
          expect(schema || !earshot).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');

const likelyValue = fc.constantFrom<unknown>(
  '',
  'system',
  '1.2',
  0,
  1,
  60,
  61,
  1.5,
  true,
  ['a'],
  ['a b'],
  'http://p:1',
  'http://u:p@p:1',
  [1],
);

const addressSettings = ['gateway', 'backupGateways', 'pins', 'proxy', 'proxyDirect'] as const;

/** What addresses are made of, and what is nearly one. Punycode is missing: no pattern can check it. */
const asciiParts = [
  ...[
    'http://',
    'https://',
    'https:',
    'HTTPS',
    'http',
    '/',
    '\\',
    '?',
    '#',
    '@',
    '%41',
    ' ',
    '\n',
    '\u0000',
    '<',
    '<local>',
    '<-loopback>',
  ],
  ...['gw', 'gw.example', 'a_b', '-', '.', '..', '*', '*.', '10.*', ':', ':8043', ':0', ':00443', ':65535', ':65536', '=', "'", '^', '|'],
  ...[
    '0',
    '7',
    '08',
    '10.1.2.3',
    '255',
    '256',
    '010',
    '0x1',
    '.1',
    '1e3',
    '[',
    ']',
    '::',
    '::1',
    '1:2:3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6',
    ':1.2.3.4',
    ':8',
    '[fd00::1]',
    'fd00:',
    '::1.2.3.4',
  ],
];
const otherParts = ['中国', 'ä', 'ß', '。', '：', '１', '＊', '\u200b', '\u00ad', '😀', '–', 'ſ', 'İ', '\u0301'];

const addressOf = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 2 })), { maxLength: 6 }).map((each) => each.join(''));

describe('the profile for macOS', () => {
  const manifestSchema = z.object({ pfm_domain: z.string(), pfm_subkeys: z.array(z.looseObject({ pfm_name: z.string() })) });
  const profileSchema = z.object({
    PayloadUUID: z.uuid(),
    PayloadContent: z.tuple([z.looseObject({ PayloadType: z.string(), PayloadUUID: z.uuid() })]),
  });

  test('the manifest offers every setting with its default', () => {
    const { pfm_domain, pfm_subkeys } = manifestSchema.parse(readPlist(fileNamed('assets/policy/macos/app.earshot.desktop.plist')));
    expect(pfm_domain).toBe('app.earshot.desktop');
    const offered = pfm_subkeys.filter(({ pfm_name }) => !pfm_name.startsWith('Payload'));
    expect(offered.map((key) => [key.pfm_name, key['pfm_default']])).toEqual(
      settingNames.map((name) => [name, definitions[name].fallback]),
    );
    const types = { onOff: 'boolean', number: 'integer', choice: 'string', text: 'string', list: 'array', records: 'array' };
    expect(offered.map((key) => key['pfm_type'])).toEqual(settingNames.map((name) => types[shapeOf(name).kind]));
  });

  test('the example profile sets what can be obeyed', () => {
    const profile = profileSchema.parse(readPlist(fileNamed('assets/policy/macos/Earshot.mobileconfig')));
    const [payload] = profile.PayloadContent;
    expect(payload.PayloadType).toBe('app.earshot.desktop');
    const policy = Object.fromEntries(Object.entries(payload).filter(([name]) => !name.startsWith('Payload')));
    const { wrong, locked } = effectiveSettings({ user: {}, machine: {}, policy, sourceUnreadable: false });
    expect(wrong).toEqual([]);
    expect([...locked].sort()).toEqual(Object.keys(exampleSettings).sort());
  });
});

test('docs/settings.md names every setting', () => {
  const text = fileNamed('docs/settings.md');
  expect(settingNames.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});
