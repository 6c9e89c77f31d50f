import { shapeOf } from '../../contract/settingShape.ts';
import type { SettingName } from '../../contract/settings.ts';
import { definitions, settingGroups, settingNames } from '../../main/settings/definition.ts';
import type { SettingWords } from '../../main/settings/documentation/settingWords.ts';
import { choiceId, elementId, explainId, supportedId } from './admxIds.ts';
import { element, xmlText, type Element } from './xml.ts';

/** The words of the policy template in one language. */
export function adml(words: SettingWords): string {
  const string = (id: string, text: string): Element => element('string', { id }, text);
  return xmlText(
    element(
      'policyDefinitionResources',
      {
        xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
        revision: '1.0',
        schemaVersion: '1.0',
      },
      [
        element('displayName', {}, words.product),
        element('description', {}, words.about),
        element('resources', {}, [
          element('stringTable', {}, [
            string('Earshot', words.product),
            string(supportedId, words.supported),
            ...settingGroups.map((group) => string(`group_${group}`, words.groups[group])),
            ...settingNames.flatMap((name) => [
              string(name, words.settings[name].title),
              string(explainId(name), explanation(name, words)),
              ...choices(name).map((value) => string(choiceId(name, value), value)),
            ]),
          ]),
          element(
            'presentationTable',
            {},
            settingNames.filter((name) => shapeOf(name).kind !== 'onOff').map((name) => presentation(name, words)),
          ),
        ]),
      ],
    ),
  );
}

function explanation(name: SettingName, words: SettingWords): string {
  const { text } = words.settings[name];
  switch (shapeOf(name).kind) {
    case 'list':
      return `${text}\n\n${words.oneALine}`;
    case 'records':
      return `${text}\n\n${words.oneObjectALine}`;
    case 'onOff':
    case 'number':
    case 'choice':
    case 'text':
      return text;
  }
}

function choices(name: SettingName): readonly string[] {
  const shape = shapeOf(name);
  return shape.kind === 'choice' ? shape.values : [];
}

function presentation(name: SettingName, words: SettingWords): Element {
  return element('presentation', { id: name }, control(name, words));
}

function control(name: SettingName, words: SettingWords): readonly Element[] {
  const { title } = words.settings[name];
  const value = definitions[name].fallback;
  // A list's default is empty, and stands in no control.
  const fallback = typeof value === 'object' ? '' : String(value);
  const shape = shapeOf(name);
  switch (shape.kind) {
    case 'number':
      return [element('decimalTextBox', { refId: elementId, defaultValue: fallback }, title)];
    case 'choice':
      return [element('dropdownList', { refId: elementId, noSort: 'true', defaultItem: String(shape.values.indexOf(fallback)) }, title)];
    case 'text':
      return [
        element('textBox', { refId: elementId }, [
          element('label', {}, title),
          ...(fallback === '' ? [] : [element('defaultValue', {}, fallback)]),
        ]),
      ];
    case 'list':
    case 'records':
      // This control has no label of its own.
      return [element('text', {}, title), element('multiTextBox', { refId: elementId })];
    case 'onOff':
      return [];
  }
}
