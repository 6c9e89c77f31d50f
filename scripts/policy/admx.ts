import { shapeOf } from '../../contract/settingShape.ts';
import type { SettingName } from '../../contract/settings.ts';
import { definitions, settingGroups, settingNames } from '../../main/settings/definition.ts';
import { choiceId, elementId, explainId, supportedId } from './admxIds.ts';
import { element, xmlText, type Element } from './xml.ts';

const string = (id: string): string => `$(string.${id})`;

/**
 * The policy template of Windows: every setting as a policy of the computer and of the user, below Software\Policies\Earshot.
 * Microsoft, "Group Policy ADMX Syntax Reference Guide".
 */
export function admx(): string {
  return xmlText(
    element(
      'policyDefinitions',
      {
        xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
        revision: '1.0',
        schemaVersion: '1.0',
      },
      [
        element('policyNamespaces', {}, [element('target', { prefix: 'earshot', namespace: 'Earshot.Policies.Earshot' })]),
        element('resources', { minRequiredRevision: '1.0' }),
        element('supportedOn', {}, [
          element('definitions', {}, [element('definition', { name: supportedId, displayName: string(supportedId) })]),
        ]),
        element('categories', {}, [
          element('category', { name: 'Earshot', displayName: string('Earshot') }),
          ...settingGroups.map((group) =>
            element('category', { name: group, displayName: string(`group_${group}`) }, [element('parentCategory', { ref: 'Earshot' })]),
          ),
        ]),
        element('policies', {}, settingNames.map(policy)),
      ],
    ),
  );
}

function policy(name: SettingName): Element {
  const onOff = shapeOf(name).kind === 'onOff';
  const attributes = {
    name,
    class: 'Both',
    displayName: string(name),
    explainText: string(explainId(name)),
    ...(onOff ? {} : { presentation: `$(presentation.${name})` }),
    key: 'Software\\Policies\\Earshot',
    ...(onOff ? { valueName: name } : {}),
  };
  const content = [
    element('parentCategory', { ref: definitions[name].group }),
    element('supportedOn', { ref: supportedId }),
    ...(onOff ? onAndOff : [element('elements', {}, [valueElement(name)])]),
  ];
  return element('policy', attributes, content);
}

const onAndOff = [
  element('enabledValue', {}, [element('decimal', { value: '1' })]),
  element('disabledValue', {}, [element('decimal', { value: '0' })]),
];

/** How the value is stored: main/settings/policy/reading.ts reads it back. */
function valueElement(name: SettingName): Element {
  const shape = shapeOf(name);
  const common = { id: elementId, valueName: name };
  switch (shape.kind) {
    case 'number':
      return element('decimal', { ...common, minValue: String(shape.least), maxValue: String(shape.most) });
    case 'choice':
      return element(
        'enum',
        { ...common, required: 'true' },
        shape.values.map((value) =>
          element('item', { displayName: string(choiceId(name, value)) }, [element('value', {}, [element('string', {}, value)])]),
        ),
      );
    case 'text':
      return element('text', { ...common, required: 'true', maxLength: String(shape.longest) });
    case 'list':
    case 'records':
      return element('multiText', { ...common, required: 'true' });
    case 'onOff':
      throw new Error('A policy that is on or off has no element.');
  }
}
