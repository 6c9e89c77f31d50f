import type { SettingName, ShownSettings, settingSources } from '../../contract/settings.ts';

type Source = (typeof settingSources)[number];

/** Where the value of each setting comes from. */
export function settingOrigins(
  shown: ShownSettings,
  user: Readonly<Record<string, unknown>>,
  policy: Readonly<Record<string, unknown>>,
): readonly { readonly name: SettingName; readonly source: Source }[] {
  const isWrong = (name: string, source: Source): boolean => shown.wrong.some((each) => each.name === name && each.source === source);
  const counts = (name: string, source: 'user' | 'policy', values: Readonly<Record<string, unknown>>): boolean =>
    values[name] !== undefined && !isWrong(name, source);
  return Object.keys(shown.values).map((key) => {
    // The keys of the settings' values are their names; Object.keys forgets that.
    const name = key as SettingName;
    if (shown.locked.includes(name)) return { name, source: counts(name, 'policy', policy) ? 'policy' : 'machine' };
    return { name, source: counts(name, 'user', user) ? 'user' : 'default' };
  });
}
