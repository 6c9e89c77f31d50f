import { en } from '../../main/settings/documentation/en.ts';
import { zhCN } from '../../main/settings/documentation/zhCN.ts';
import { preferenceDomain } from '../../main/settings/policy/managedPreferences.ts';
import { adml } from './adml.ts';
import { admx } from './admx.ts';
import { settingsDocument } from './document.ts';
import { settingsJsonSchema } from './jsonSchema.ts';
import { exampleProfile, profileManifest } from './profile.ts';

/** Everything that follows from the settings' schema, by its path in the project. */
export function settingsFiles(): Readonly<Record<string, string>> {
  return {
    'assets/policy/settings.schema.json': settingsJsonSchema(),
    'assets/policy/windows/Earshot.admx': admx(),
    'assets/policy/windows/en-US/Earshot.adml': adml(en),
    'assets/policy/windows/zh-CN/Earshot.adml': adml(zhCN),
    [`assets/policy/macos/${preferenceDomain}.plist`]: profileManifest(),
    'assets/policy/macos/Earshot.mobileconfig': exampleProfile(),
    'docs/settings.md': settingsDocument(),
  };
}
