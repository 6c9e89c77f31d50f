import type { settingSources } from '../../contract/settings.ts';
import { settings, type SettingName, type Settings, type ShownSettings, type WrongSetting } from '../../contract/settings.ts';
import { definitions, settingNames } from './definition.ts';
import { judgeValue } from './judgeValue.ts';

export type SettingSource = (typeof settingSources)[number];

/** What each source holds, as it was read; nothing of it is believed yet. */
export interface SettingLayers {
  readonly user: Readonly<Record<string, unknown>>;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly policy: Readonly<Record<string, unknown>>;
  /** Whether one of the administrator's sources is there but could not be read. */
  readonly sourceUnreadable: boolean;
}

export interface ResolvedSettings {
  readonly shown: ShownSettings;
  sourceOf(name: SettingName): SettingSource;
}

/**
 * The settings in force: default < user < machine file < policy, each setting by itself. A value that does not fit is
 * named in `wrong` and the next weaker source counts; of a list the entries that fit count. A name that is no setting is named
 * too. Where it cannot be known what the administrator said of trust, inspectors trust nothing themselves.
 */
export function effectiveSettings(layers: SettingLayers): ShownSettings {
  return resolvedSettings(layers).shown;
}

/** The same, with the place that each setting in force comes from. */
export function resolvedSettings(layers: SettingLayers): ResolvedSettings {
  const sources = new Map<SettingName, SettingSource>();
  const wrong: WrongSetting[] = [];
  const locked: SettingName[] = [];

  function resolve<Name extends SettingName>(name: Name): Settings[Name] {
    for (const source of ['policy', 'machine', 'user'] as const) {
      const raw = layers[source][name];
      if (raw === undefined) continue;
      if (!maySet(source, name)) {
        wrong.push({ name, source, why: 'administratorOnly' });
        continue;
      }
      const { value, badEntries } = judgeValue(name, raw);
      const entries = badEntries.length === 0 ? {} : { entries: [...badEntries] };
      if (value === null || badEntries.length > 0) wrong.push({ name, source, why: 'doesNotFit', ...entries });
      if (value === null) continue;
      if (source !== 'user') locked.push(name);
      sources.set(name, source);
      return value.of;
    }
    return definitions[name].fallback;
  }

  const values = Object.fromEntries(settingNames.map((name) => [name, resolve(name)])) as unknown as Settings;
  for (const source of ['policy', 'machine', 'user'] as const) {
    for (const name of Object.keys(layers[source])) {
      if (!Object.hasOwn(settings, name)) wrong.push({ name: name.slice(0, 64), source, why: 'unknownName' });
    }
  }
  const shown = { values, locked, wrong: wrong.slice(0, 100) };
  const sourceOf = (name: SettingName): SettingSource => sources.get(name) ?? 'default';
  return { shown: isTrustUncertain(shown, layers.sourceUnreadable) ? withoutUserTrust(shown) : shown, sourceOf };
}

function maySet(source: SettingSource, name: SettingName): boolean {
  return source !== 'user' || definitions[name].settableBy === 'inspector';
}

/** A pin that cannot be read may be the very gateway's, and a source that cannot be read may forbid inspectors to trust. */
function isTrustUncertain({ locked, wrong }: ShownSettings, sourceUnreadable: boolean): boolean {
  const notObeyed = wrong.some(
    ({ name, source, why }) => source !== 'user' && why === 'doesNotFit' && (name === 'pins' || name === 'userTrust'),
  );
  return notObeyed || (sourceUnreadable && !locked.includes('userTrust'));
}

function withoutUserTrust({ values, locked, wrong }: ShownSettings): ShownSettings {
  // Switched off by the administrator it stays their decision.
  if (!values.userTrust) return { values, locked, wrong };
  return { values: { ...values, userTrust: false }, locked: locked.filter((name) => name !== 'userTrust'), wrong };
}

/** Whether inspectors may trust nothing because of what cannot be read, and not by anybody's decision. */
export function failsClosed({ values, locked }: ShownSettings): boolean {
  return !values.userTrust && !locked.includes('userTrust');
}
