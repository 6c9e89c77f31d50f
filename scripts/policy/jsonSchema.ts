import { z } from 'zod';
import { settings } from '../../contract/settings.ts';
import { definitions, settingNames } from '../../main/settings/definition.ts';
import { en } from '../../main/settings/documentation/en.ts';

/** The JSON Schema of a computer's settings file, for editors that check while one writes. */
export function settingsJsonSchema(): string {
  const properties = settingNames.map((name): [string, unknown] => {
    const schema = Object.entries(
      // As it may be written: what has a default may be left out.
      z.toJSONSchema(settings[name], { io: 'input' }),
    ).filter(([key]) => key !== '$schema');
    const { title, text } = en.settings[name];
    return [name, { title, description: text, default: definitions[name].fallback, ...Object.fromEntries(schema) }];
  });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Settings of ${en.product}`,
    type: 'object',
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
