import type { Unsubscribe } from '../../contract/bridge.ts';
import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts';

/** A way to the application, its streams not yet parsed: the preload script's or the socket's. */
export interface Link {
  /** Sends a command; answers with a problem when the application cannot be reached. Never rejects. */
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer>;
  onState(listener: (payload: unknown) => void): Unsubscribe;
  onRoster(listener: (payload: unknown) => void): Unsubscribe;
  /** Calls back with the present reachability at once and with each change. */
  onReachable(listener: (reachable: boolean) => void): Unsubscribe;
}
