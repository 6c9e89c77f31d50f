import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/bridge.ts';
import { commandChannel, streamChannels } from '../contract/channels.ts';
import { commandFunctions } from '../contract/commandFunctions.ts';
import type { CommandShape } from '../contract/commands.ts';
import { createListeners } from '../contract/listeners.ts';
import type { RosterMessage } from '../contract/roster.ts';
import type { AppState } from '../contract/state.ts';

/** The table of commands without its schemas, put in by the build: the preload script parses nothing, and needs none of them. */
declare const COMMANDS: readonly CommandShape[];

const states = createListeners<AppState>();
const rosters = createListeners<RosterMessage>();
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
  states.notify(next);
});
ipcRenderer.on(streamChannels.roster, (_event, message: RosterMessage) => {
  rosters.notify(message);
});

// Main parses what is sent, and the page parses what it receives: nothing is parsed here.
const bridge: Bridge = {
  ...commandFunctions(COMMANDS, (name, input) => ipcRenderer.invoke(commandChannel(name), input)),
  onState: (listener) => {
    attach();
    if (state !== null) listener(state);
    return states.add(listener);
  },
  onRoster: rosters.add,
  // Main and page live and die together.
  onReachable: (listener) => {
    listener(true);
    return () => undefined;
  },
};

contextBridge.exposeInMainWorld('earshot', bridge);
