import type { Settings, ShownSettings } from '../../contract/settings.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';

/** The settings of a fresh installation. */
export const freshSettings: ShownSettings = effectiveSettings({ user: {}, machine: {}, policy: {}, sourceUnreadable: false });

/** A value of each setting that is right and not the default. */
export const otherSettings: Settings = {
  gateway: 'gateway.example:8043',
  backupGateways: ['standby.example:8043'],
  certificateAuthorityFile: '/etc/ssl/example.pem',
  pins: [`gateway.example:8043=${Array.from({ length: 32 }, () => 'AB').join(':')}`],
  userTrust: false,
  allowExpiredCertificate: true,
  minimumTls: '1.3',
  keepSignedInAllowed: false,
  listenAllowed: false,
  whisperAllowed: false,
  insertAllowed: false,
  interceptAllowed: true,
  forceIdleAllowed: true,
  forceBusyAllowed: true,
  forceRestAllowed: true,
  forceSignOutAllowed: true,
  forceDropCallAllowed: true,
  followAllowed: false,
  exportAllowed: false,
  proxy: 'http://proxy.example:8080',
  proxyDirect: ['gateway.example'],
  rosterInterval: 10,
  pollGap: 300,
  longTalkMinutes: 20,
  alertSound: false,
  alertVolume: 20,
  alertDevice: 'Headset',
  alertWindow: 'always',
  silentMode: true,
  followMode: 'listen',
  phoneLinkage: true,
  language: 'zh-CN',
  autostart: true,
  startHidden: false,
  logLevel: 'warn',
  logSize: 10,
  logDays: 30,
  auditDays: 90,
  auditRequired: true,
  auditHeadsFolder: '/srv/heads',
};
