import type { CommandName } from './commands.ts';

/** Electron's IPC channels, named once. Commands are invoked, the streams are sent by main. */
export const commandChannels = {
  signIn: 'earshot:signIn',
  trustCertificate: 'earshot:trustCertificate',
  forgetCertificate: 'earshot:forgetCertificate',
  replaceCertificate: 'earshot:replaceCertificate',
  takeOver: 'earshot:takeOver',
  cancelSignIn: 'earshot:cancelSignIn',
  signOut: 'earshot:signOut',
  tryNow: 'earshot:tryNow',
  listen: 'earshot:listen',
  stopListening: 'earshot:stopListening',
  tellHearing: 'earshot:tellHearing',
  dismissListen: 'earshot:dismissListen',
  goIdle: 'earshot:goIdle',
  watchRoster: 'earshot:watchRoster',
  watchAgents: 'earshot:watchAgents',
  keepRosterView: 'earshot:keepRosterView',
  changeSettings: 'earshot:changeSettings',
  dismissNotice: 'earshot:dismissNotice',
  followAgent: 'earshot:followAgent',
  unfollow: 'earshot:unfollow',
  listenFollowed: 'earshot:listenFollowed',
  skipFollowed: 'earshot:skipFollowed',
  listenLinked: 'earshot:listenLinked',
  dismissLink: 'earshot:dismissLink',
  answerPhone: 'earshot:answerPhone',
  dismissMissed: 'earshot:dismissMissed',
  testAlert: 'earshot:testAlert',
  watchAlertTimes: 'earshot:watchAlertTimes',
  checkAudit: 'earshot:checkAudit',
  exportAudit: 'earshot:exportAudit',
  runDiagnostics: 'earshot:runDiagnostics',
  stopDiagnostics: 'earshot:stopDiagnostics',
  saveSupportFile: 'earshot:saveSupportFile',
  alertShown: 'earshot:alertShown',
} as const satisfies Record<CommandName, string>;

/** Sent by main, once the page has asked with `attach` (no payload, a command's answer); the present state comes first. */
export const streamChannels = {
  attach: 'earshot:attach',
  state: 'earshot:state',
  roster: 'earshot:roster',
} as const;
