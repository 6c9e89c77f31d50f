import type { SettingName } from '../../contract/settings.ts';

/** The identifiers by which ADMX and ADML find each other. Letters, digits and underscores only. */
export const supportedId = 'SUPPORTED_Earshot';
export const elementId = 'value';

export function explainId(name: SettingName): string {
  return `${name}_explain`;
}

export function choiceId(name: SettingName, value: string): string {
  return `${name}_${value.replace(/[^A-Za-z0-9]/g, '_')}`;
}
