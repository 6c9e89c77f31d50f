import type { CommandAnswer, CommandInput } from './commands.ts';
import type { RosterMessage } from './roster.ts';
import type { AppState } from './state.ts';

/** Stops a subscription. */
export type Unsubscribe = () => void;

/**
 * All that the renderer can do. The preload script offers it as `window.earshot`,
 * the web host's client builds the same over a WebSocket; the renderer cannot tell them apart.
 */
export interface Bridge {
  signIn(input: CommandInput<'signIn'>): Promise<CommandAnswer>;
  trustCertificate(input: CommandInput<'trustCertificate'>): Promise<CommandAnswer>;
  forgetCertificate(input: CommandInput<'forgetCertificate'>): Promise<CommandAnswer>;
  replaceCertificate(input: CommandInput<'replaceCertificate'>): Promise<CommandAnswer>;
  takeOver(): Promise<CommandAnswer>;
  cancelSignIn(): Promise<CommandAnswer>;
  signOut(): Promise<CommandAnswer>;
  tryNow(): Promise<CommandAnswer>;
  listen(input: CommandInput<'listen'>): Promise<CommandAnswer>;
  inspect(input: CommandInput<'inspect'>): Promise<CommandAnswer>;
  changeMode(input: CommandInput<'changeMode'>): Promise<CommandAnswer>;
  forceAgent(input: CommandInput<'forceAgent'>): Promise<CommandAnswer>;
  dismissForced(input: CommandInput<'dismissForced'>): Promise<CommandAnswer>;
  stopListening(): Promise<CommandAnswer>;
  tellHearing(input: CommandInput<'tellHearing'>): Promise<CommandAnswer>;
  dismissListen(): Promise<CommandAnswer>;
  goIdle(): Promise<CommandAnswer>;
  watchRoster(input: CommandInput<'watchRoster'>): Promise<CommandAnswer>;
  watchAgents(input: CommandInput<'watchAgents'>): Promise<CommandAnswer>;
  keepRosterView(input: CommandInput<'keepRosterView'>): Promise<CommandAnswer>;
  changeSettings(input: CommandInput<'changeSettings'>): Promise<CommandAnswer>;
  dismissNotice(input: CommandInput<'dismissNotice'>): Promise<CommandAnswer>;
  followAgent(input: CommandInput<'followAgent'>): Promise<CommandAnswer>;
  unfollow(): Promise<CommandAnswer>;
  listenFollowed(): Promise<CommandAnswer>;
  skipFollowed(): Promise<CommandAnswer>;
  listenLinked(): Promise<CommandAnswer>;
  dismissLink(): Promise<CommandAnswer>;
  answerPhone(): Promise<CommandAnswer>;
  dismissMissed(input: CommandInput<'dismissMissed'>): Promise<CommandAnswer>;
  testAlert(): Promise<CommandAnswer>;
  watchAlertTimes(input: CommandInput<'watchAlertTimes'>): Promise<CommandAnswer>;
  checkAudit(): Promise<CommandAnswer>;
  exportAudit(input: CommandInput<'exportAudit'>): Promise<CommandAnswer>;
  runDiagnostics(input: CommandInput<'runDiagnostics'>): Promise<CommandAnswer>;
  stopDiagnostics(): Promise<CommandAnswer>;
  saveSupportFile(): Promise<CommandAnswer>;
  alertShown(input: CommandInput<'alertShown'>): Promise<CommandAnswer>;
  /** Calls back with the present state at once and with each later one; the payload is parsed by the receiver. */
  onState(listener: (state: AppState) => void): Unsubscribe;
  /** Roster messages, in order, after `watchRoster({ visible: true })`. */
  onRoster(listener: (message: RosterMessage) => void): Unsubscribe;
  /** Whether the application behind the bridge can be reached; false when the web host is gone. */
  onReachable(listener: (reachable: boolean) => void): Unsubscribe;
}
