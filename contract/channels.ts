import type { CommandName } from './commands.ts';

/** Electron's IPC channels, named once. Commands are invoked, the streams are sent by main. */
export const commandChannels = {
  signIn: 'earshot:signIn',
  trustCertificate: 'earshot:trustCertificate',
  takeOver: 'earshot:takeOver',
  cancelSignIn: 'earshot:cancelSignIn',
  signOut: 'earshot:signOut',
  listen: 'earshot:listen',
  stopListening: 'earshot:stopListening',
  dismissListen: 'earshot:dismissListen',
  goIdle: 'earshot:goIdle',
  watchRoster: 'earshot:watchRoster',
  changeSettings: 'earshot:changeSettings',
  dismissNotice: 'earshot:dismissNotice',
  followAgent: 'earshot:followAgent',
  unfollow: 'earshot:unfollow',
  listenFollowed: 'earshot:listenFollowed',
  skipFollowed: 'earshot:skipFollowed',
  answerPhone: 'earshot:answerPhone',
  dismissMissed: 'earshot:dismissMissed',
  testAlert: 'earshot:testAlert',
  watchAlertTimes: 'earshot:watchAlertTimes',
  alertShown: 'earshot:alertShown',
} as const satisfies Record<CommandName, string>;

/** Sent by main, once the page has asked with `attach` (no payload, a command's answer); the present state comes first. */
export const streamChannels = {
  attach: 'earshot:attach',
  state: 'earshot:state',
  roster: 'earshot:roster',
} as const;
