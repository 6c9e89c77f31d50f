import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts';
import type { RosterMessage } from '../../contract/roster.ts';
import type { AppState } from '../../contract/state.ts';

/** One renderer's view of the roster: differences against what it was last sent. */
export interface RosterSubscription {
  /** In view: a snapshot, at once or with the next poll, then patches. Out of view: nothing. */
  watch(visible: boolean): void;
  /** Which agents this renderer shows and cares for. */
  watchAgents(agents: CommandInput<'watchAgents'>): void;
  close(): void;
}

/** Every command but those that are each renderer's own matter (main/app/pageConnection.ts). */
export type InspectorCommand = Exclude<CommandName, 'watchRoster' | 'watchAgents'>;

/** The application: everything that Earshot does, the same under every host (architecture.md, "One application, two hosts"). */
export interface Inspector {
  /** Takes up a session that an earlier run left alive, if there is one. Call once. */
  start(): void;
  /** What the system, or the browser, is set to speak, the preferred first; counts unless a language is set. */
  systemSpeaks(languages: readonly string[]): void;
  state(): AppState;
  /** Calls back with each new state; returns the unsubscription. */
  onState(listener: (state: AppState) => void): () => void;
  /** Carries out a command whose payload was parsed; never rejects. */
  command<Name extends InspectorCommand>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer>;
  subscribeToRoster(send: (message: RosterMessage) => void): RosterSubscription;
  /** Takes in a link that was clicked (`earshot://…`), as it came from outside; what it asks for shows in the state. */
  openLink(text: string): void;
  /** True the first time only, over all runs: whether to say that the closed window lives on in the tray. */
  firstTimeInTray(): boolean;
  /** Stops a listen and signs out at the gateway; settles within four seconds whatever the gateway and the disk do. */
  close(): Promise<void>;
}
