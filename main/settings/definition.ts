import { settings, type SettingName, type Settings } from '../../contract/settings.ts';

/** Who may set a setting: the inspector on the settings page (unless the administrator did), or the administrator alone. */
export type SettableBy = 'inspector' | 'administrator';

/** Under which heading a setting stands in documents and policy templates. */
export const settingGroups = ['gateway', 'trust', 'features', 'alerts', 'application', 'worklist', 'records'] as const;

export type SettingGroup = (typeof settingGroups)[number];

export interface SettingDefinition<Value> {
  readonly fallback: Value;
  readonly settableBy: SettableBy;
  readonly group: SettingGroup;
}

/** Defaults and rights of every setting; the values' shapes are contract/settings.ts, the words documentation/. */
export const definitions: { readonly [Name in SettingName]: SettingDefinition<Settings[Name]> } = {
  gateway: { fallback: '', settableBy: 'administrator', group: 'gateway' },
  backupGateways: { fallback: [], settableBy: 'inspector', group: 'gateway' },
  certificateAuthorityFile: { fallback: '', settableBy: 'administrator', group: 'trust' },
  pins: { fallback: [], settableBy: 'administrator', group: 'trust' },
  userTrust: { fallback: true, settableBy: 'administrator', group: 'trust' },
  allowExpiredCertificate: { fallback: false, settableBy: 'administrator', group: 'trust' },
  minimumTls: { fallback: '1.2', settableBy: 'administrator', group: 'trust' },
  keepSignedInAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  listenAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  whisperAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  insertAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  interceptAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  forceIdleAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  forceBusyAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  forceRestAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  forceSignOutAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  forceDropCallAllowed: { fallback: false, settableBy: 'administrator', group: 'features' },
  followAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  exportAllowed: { fallback: true, settableBy: 'administrator', group: 'features' },
  proxy: { fallback: 'system', settableBy: 'inspector', group: 'gateway' },
  proxyDirect: { fallback: [], settableBy: 'inspector', group: 'gateway' },
  rosterInterval: { fallback: 3, settableBy: 'inspector', group: 'gateway' },
  pollGap: { fallback: 200, settableBy: 'administrator', group: 'gateway' },
  longTalkMinutes: { fallback: 10, settableBy: 'inspector', group: 'features' },
  alertSound: { fallback: true, settableBy: 'inspector', group: 'alerts' },
  alertVolume: { fallback: 70, settableBy: 'inspector', group: 'alerts' },
  alertDevice: { fallback: '', settableBy: 'inspector', group: 'alerts' },
  alertWindow: { fallback: 'escalation', settableBy: 'inspector', group: 'alerts' },
  silentMode: { fallback: false, settableBy: 'inspector', group: 'alerts' },
  followMode: { fallback: 'ask', settableBy: 'inspector', group: 'alerts' },
  phoneLinkage: { fallback: false, settableBy: 'administrator', group: 'features' },
  language: { fallback: 'system', settableBy: 'inspector', group: 'application' },
  autostart: { fallback: false, settableBy: 'inspector', group: 'application' },
  startHidden: { fallback: true, settableBy: 'inspector', group: 'application' },
  logLevel: { fallback: 'info', settableBy: 'administrator', group: 'records' },
  logSize: { fallback: 5, settableBy: 'administrator', group: 'records' },
  logDays: { fallback: 14, settableBy: 'administrator', group: 'records' },
  auditDays: { fallback: 365, settableBy: 'administrator', group: 'records' },
  auditRequired: { fallback: false, settableBy: 'administrator', group: 'records' },
  auditHeadsFolder: { fallback: '', settableBy: 'administrator', group: 'records' },
  planListens: { fallback: 0, settableBy: 'inspector', group: 'worklist' },
  planMinutes: { fallback: 3, settableBy: 'inspector', group: 'worklist' },
  planEvery: { fallback: 'week', settableBy: 'inspector', group: 'worklist' },
  planGroups: { fallback: [], settableBy: 'inspector', group: 'worklist' },
  planFavourites: { fallback: false, settableBy: 'inspector', group: 'worklist' },
  rules: { fallback: [], settableBy: 'inspector', group: 'alerts' },
  scorecardFile: { fallback: '', settableBy: 'administrator', group: 'records' },
  noteDays: { fallback: 365, settableBy: 'administrator', group: 'records' },
  notesEncrypted: { fallback: true, settableBy: 'administrator', group: 'records' },
};

export const settingNames = Object.keys(settings) as SettingName[];
