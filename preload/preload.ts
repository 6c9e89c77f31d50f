import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Unsubscribe } from '../contract/bridge.ts';
import { commandChannels, streamChannels } from '../contract/channels.ts';
import type { CommandAnswer, CommandName } from '../contract/commands.ts';
import type { RosterMessage } from '../contract/roster.ts';
import type { AppState } from '../contract/state.ts';

// Main parses what is sent, and the page parses what it receives: nothing is parsed here.
const call = (name: CommandName, input: unknown = {}): Promise<CommandAnswer> => ipcRenderer.invoke(commandChannels[name], input);

const stateListeners = new Set<(state: AppState) => void>();
const rosterListeners = new Set<(message: RosterMessage) => void>();
let state: AppState | null = null;
let attached = false;

/** Not before the page asks: Chromium runs this script in the empty document before the page, too. */
function attach(): void {
  if (attached) return;
  attached = true;
  void ipcRenderer.invoke(streamChannels.attach);
}

ipcRenderer.on(streamChannels.state, (_event, next: AppState) => {
  state = next;
  for (const listener of stateListeners) listener(next);
});
ipcRenderer.on(streamChannels.roster, (_event, message: RosterMessage) => {
  for (const listener of rosterListeners) listener(message);
});

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): Unsubscribe {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const bridge: Bridge = {
  signIn: (input) => call('signIn', input),
  trustCertificate: (input) => call('trustCertificate', input),
  forgetCertificate: (input) => call('forgetCertificate', input),
  replaceCertificate: (input) => call('replaceCertificate', input),
  takeOver: () => call('takeOver'),
  cancelSignIn: () => call('cancelSignIn'),
  signOut: () => call('signOut'),
  tryNow: () => call('tryNow'),
  listen: (input) => call('listen', input),
  inspect: (input) => call('inspect', input),
  changeMode: (input) => call('changeMode', input),
  forceAgent: (input) => call('forceAgent', input),
  dismissForced: (input) => call('dismissForced', input),
  stopListening: () => call('stopListening'),
  tellHearing: (input) => call('tellHearing', input),
  dismissListen: () => call('dismissListen'),
  goIdle: () => call('goIdle'),
  watchRoster: (input) => call('watchRoster', input),
  watchAgents: (input) => call('watchAgents', input),
  keepRosterView: (input) => call('keepRosterView', input),
  changeSettings: (input) => call('changeSettings', input),
  dismissNotice: (input) => call('dismissNotice', input),
  followAgent: (input) => call('followAgent', input),
  unfollow: () => call('unfollow'),
  listenFollowed: () => call('listenFollowed'),
  skipFollowed: () => call('skipFollowed'),
  listenLinked: () => call('listenLinked'),
  dismissLink: () => call('dismissLink'),
  answerPhone: () => call('answerPhone'),
  dismissMissed: (input) => call('dismissMissed', input),
  testAlert: () => call('testAlert'),
  watchAlertTimes: (input) => call('watchAlertTimes', input),
  checkAudit: () => call('checkAudit'),
  exportAudit: (input) => call('exportAudit', input),
  runDiagnostics: (input) => call('runDiagnostics', input),
  stopDiagnostics: () => call('stopDiagnostics'),
  saveSupportFile: () => call('saveSupportFile'),
  alertShown: (input) => call('alertShown', input),
  onState: (listener) => {
    attach();
    if (state !== null) listener(state);
    return subscribe(stateListeners, listener);
  },
  onRoster: (listener) => subscribe(rosterListeners, listener),
  // Main and page live and die together.
  onReachable: (listener) => {
    listener(true);
    return () => undefined;
  },
};

contextBridge.exposeInMainWorld('earshot', bridge);
