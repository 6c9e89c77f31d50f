import type { settingSources } from '../../contract/settings.ts';
import { settings, type SettingName, type Settings, type ShownSettings, type WrongSetting } from '../../contract/settings.ts';
import { definitions, settingNames } from './definition.ts';

type Source = (typeof settingSources)[number];

/** What each source holds, as it was read; nothing of it is believed yet. */
export interface SettingLayers {
  readonly user: Readonly<Record<string, unknown>>;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly policy: Readonly<Record<string, unknown>>;
}

/**
 * The settings in force: default < user < machine file < policy, each setting by itself. A value that does not fit is
 * named in `wrong` and the next weaker source counts; a name that is no setting is named too.
 */
export function effectiveSettings(layers: SettingLayers): ShownSettings {
  const wrong: WrongSetting[] = [];
  const locked: SettingName[] = [];

  function resolve<Name extends SettingName>(name: Name): Settings[Name] {
    for (const source of ['policy', 'machine', 'user'] as const) {
      const raw = layers[source][name];
      if (raw === undefined) continue;
      const parsed = settings[name].safeParse(raw);
      if (!maySet(source, name)) {
        wrong.push({ name, source, why: 'administratorOnly' });
        continue;
      }
      if (!parsed.success) {
        wrong.push({ name, source, why: 'doesNotFit' });
        continue;
      }
      if (source !== 'user') locked.push(name);
      return parsed.data as Settings[Name];
    }
    return definitions[name].fallback;
  }

  const values = Object.fromEntries(settingNames.map((name) => [name, resolve(name)])) as unknown as Settings;
  for (const source of ['policy', 'machine', 'user'] as const) {
    for (const name of Object.keys(layers[source])) {
      if (!Object.hasOwn(settings, name)) wrong.push({ name: name.slice(0, 64), source, why: 'unknownName' });
    }
  }
  return { values, locked, wrong: wrong.slice(0, 100) };
}

function maySet(source: Source, name: SettingName): boolean {
  return source !== 'user' || definitions[name].settableBy === 'inspector';
}
