import { settings, type SettingName, type Settings } from '../../contract/settings.ts';

/** Who may set a setting: the inspector on the settings page (unless the administrator did), or the administrator alone. */
export type SettableBy = 'inspector' | 'administrator';

export interface SettingDefinition<Value> {
  readonly fallback: Value;
  readonly settableBy: SettableBy;
}

/** Defaults and rights of every setting; the values' shapes are contract/settings.ts. */
export const definitions: { readonly [Name in SettingName]: SettingDefinition<Settings[Name]> } = {
  backupGateways: { fallback: [], settableBy: 'inspector' },
  certificateAuthorityFile: { fallback: '', settableBy: 'administrator' },
  pins: { fallback: [], settableBy: 'administrator' },
  userTrust: { fallback: true, settableBy: 'administrator' },
  allowExpiredCertificate: { fallback: false, settableBy: 'administrator' },
  minimumTls: { fallback: '1.2', settableBy: 'administrator' },
  keepSignedInAllowed: { fallback: true, settableBy: 'administrator' },
  proxy: { fallback: 'system', settableBy: 'inspector' },
  proxyDirect: { fallback: [], settableBy: 'inspector' },
  rosterInterval: { fallback: 3, settableBy: 'inspector' },
  pollGap: { fallback: 200, settableBy: 'administrator' },
  language: { fallback: 'system', settableBy: 'inspector' },
  longTalkMinutes: { fallback: 10, settableBy: 'inspector' },
  alertSound: { fallback: true, settableBy: 'inspector' },
  alertVolume: { fallback: 70, settableBy: 'inspector' },
  alertDevice: { fallback: '', settableBy: 'inspector' },
  alertWindow: { fallback: 'escalation', settableBy: 'inspector' },
  silentMode: { fallback: false, settableBy: 'inspector' },
  followMode: { fallback: 'ask', settableBy: 'inspector' },
  phoneLinkage: { fallback: false, settableBy: 'administrator' },
  auditRetention: { fallback: 0, settableBy: 'administrator' },
  logSize: { fallback: 5, settableBy: 'administrator' },
  logFiles: { fallback: 5, settableBy: 'administrator' },
};

export const settingNames = Object.keys(settings) as SettingName[];
