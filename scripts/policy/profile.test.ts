import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeOf } from '../../contract/settingShape.ts';
import { definitions, settingNames } from '../../main/settings/definition.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';
import { exampleSettings } from './example.ts';
import { settingsFiles } from './files.ts';
import { readPlist } from '../../test/support/xml.ts';

const files = settingsFiles();
const fileNamed = (name: string): string => files[name] ?? '';

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
