import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../contract/settingShape.ts';
import { settingNames } from '../../main/settings/definition.ts';
import { en } from '../../main/settings/documentation/en.ts';
import { zhCN } from '../../main/settings/documentation/zhCN.ts';
import { settingsFiles } from './files.ts';
import { all, parseXml } from '../../test/support/xml.ts';

const files = settingsFiles();
const fileNamed = (name: string): string => files[name] ?? '';

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
