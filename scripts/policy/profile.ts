import { z } from 'zod';
import { shapeOf } from '../../contract/settingShape.ts';
import { settings, type SettingName } from '../../contract/settings.ts';
import { definitions, settingNames } from '../../main/settings/definition.ts';
import { en } from '../../main/settings/documentation/en.ts';
import { preferenceDomain } from '../../main/settings/policy/managedPreferences.ts';
import { exampleSettings } from './example.ts';
import { plistText, type PlistValue } from './plist.ts';

/** Changed when the manifest's form is, not with each setting: what is generated twice is to be the same. */
const lastModified = new Date('2026-11-23T00:00:00Z');

/** The manifest by which profile editors for macOS offer the settings (github.com/ProfileCreator/ProfileManifests, "Manifest Format"). */
export function profileManifest(): string {
  return plistText({
    pfm_description: en.about,
    pfm_domain: preferenceDomain,
    pfm_format_version: 1,
    pfm_interaction: 'combined',
    pfm_last_modified: lastModified,
    pfm_platforms: ['macOS'],
    pfm_subkeys: [...payloadKeys(), ...settingNames.map(settingKey)],
    pfm_targets: ['system', 'user'],
    pfm_title: en.product,
    pfm_unique: true,
    pfm_version: 1,
  });
}

/** What every payload has. */
function payloadKeys(): readonly PlistValue[] {
  const key = (name: string, title: string, type: string, fallback: PlistValue | null): PlistValue => ({
    pfm_name: name,
    pfm_title: title,
    pfm_description: title,
    pfm_require: 'always',
    pfm_type: type,
    ...(fallback === null ? {} : { pfm_default: fallback }),
  });
  return [
    key('PayloadDisplayName', 'Name of the payload', 'string', en.product),
    key('PayloadIdentifier', 'Identifier of the payload', 'string', preferenceDomain),
    key('PayloadType', 'Type of the payload', 'string', preferenceDomain),
    key('PayloadUUID', 'Unique identifier of the payload', 'string', null),
    key('PayloadVersion', 'Version of the payload', 'integer', 1),
  ];
}

function settingKey(name: SettingName): PlistValue {
  const { title, text } = en.settings[name];
  const fallback = definitions[name].fallback;
  return { pfm_name: name, pfm_title: title, pfm_description: text, pfm_default: fallback, ...valueKeys(name) };
}

function valueKeys(name: SettingName): { readonly [key: string]: PlistValue } {
  const shape = shapeOf(name);
  switch (shape.kind) {
    case 'onOff':
      return { pfm_type: 'boolean' };
    case 'number':
      return { pfm_type: 'integer', pfm_range_min: shape.least, pfm_range_max: shape.most };
    case 'choice':
      return { pfm_type: 'string', pfm_range_list: shape.values };
    case 'text':
      return { pfm_type: 'string' };
    case 'list':
      return { pfm_type: 'array', pfm_subkeys: [{ pfm_type: 'string', ...format(name) }] };
    case 'records':
      return { pfm_type: 'array', pfm_subkeys: [{ pfm_type: 'dictionary' }] };
  }
}

function format(name: SettingName): { readonly [key: string]: PlistValue } {
  const items = z.object({ items: z.object({ pattern: z.string() }) }).safeParse(z.toJSONSchema(settings[name]));
  return items.success ? { pfm_format: items.data.items.pattern } : {};
}

/** A profile to start from. Its identifiers are examples, too: `uuidgen` makes others. */
export function exampleProfile(): string {
  return plistText({
    PayloadContent: [
      {
        PayloadDisplayName: en.product,
        PayloadIdentifier: `${preferenceDomain}.settings`,
        PayloadType: preferenceDomain,
        PayloadUUID: '6D4B9C1E-2F0A-4C57-9E38-71A5D0B3F4C2',
        PayloadVersion: 1,
        ...exampleSettings,
      },
    ],
    PayloadDescription: en.about,
    PayloadDisplayName: en.product,
    PayloadIdentifier: `${preferenceDomain}.profile`,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: 'B81F3A60-5C9D-4E72-8A14-0D6E2C97F5B3',
    PayloadVersion: 1,
  });
}
