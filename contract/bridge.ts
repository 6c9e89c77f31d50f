import type { CommandFunctions } from './commandFunctions.ts';
import type { CommandAnswer } from './commands.ts';
import type { RosterMessage } from './roster.ts';
import type { AppState } from './state.ts';

/** Stops a subscription. */
export type Unsubscribe = () => void;

/**
 * All that the renderer can do: a function for each command, and the streams. The preload script offers it as `window.earshot`,
 * the web host's client builds the same over a WebSocket; the renderer cannot tell them apart.
 */
export interface Bridge extends CommandFunctions<Promise<CommandAnswer>> {
  /** Calls back with the present state at once and with each later one; the payload is parsed by the receiver. */
  onState(listener: (state: AppState) => void): Unsubscribe;
  /** Roster messages, in order, after `watchRoster({ visible: true })`. */
  onRoster(listener: (message: RosterMessage) => void): Unsubscribe;
  /** Whether the application behind the bridge can be reached; false when the web host is gone. */
  onReachable(listener: (reachable: boolean) => void): Unsubscribe;
}
