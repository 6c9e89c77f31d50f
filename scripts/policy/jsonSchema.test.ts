import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { settings, type SettingName } from '../../contract/settings.ts';
import { settingNames } from '../../main/settings/definition.ts';
import { exampleRules, exampleSettings } from './example.ts';
import { settingsFiles } from './files.ts';
import { freshSettings, otherSettings } from '../../test/support/settings.ts';

const files = settingsFiles();
const fileNamed = (name: string): string => files[name] ?? '';

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
