import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ParsedBridge } from './parsedBridge.ts';
import { createListeners } from './listeners.ts';

/** The inspector's own acts. An act that was refused leaves its problem here, until the next act or until it is put away. */
export interface Actions {
  signIn(input: CommandInput<'signIn'>): void;
  trustCertificate(fingerprint: string): void;
  forgetCertificate(input: CommandInput<'forgetCertificate'>): void;
  replaceCertificate(input: CommandInput<'replaceCertificate'>): void;
  takeOver(): void;
  cancelSignIn(): void;
  signOut(): void;
  tryNow(): void;
  listen(workNo: string): void;
  /** Begins an inspection in another way than listening. `withoutCall`: the inspector was told what an insert does then. */
  inspect(input: CommandInput<'inspect'>): void;
  changeMode(input: CommandInput<'changeMode'>): void;
  forceAgent(input: CommandInput<'forceAgent'>): void;
  dismissForced(workNo: string): void;
  stopListening(): void;
  /** Whether the inspector hears the call, where nobody else can tell. */
  tellHearing(hears: boolean): void;
  dismissListen(): void;
  goIdle(): void;
  changeSettings(settings: CommandInput<'changeSettings'>['settings']): void;
  dismissNotice(id: string): void;
  followAgent(workNo: string): void;
  unfollow(): void;
  listenFollowed(): void;
  skipFollowed(): void;
  listenLinked(): void;
  dismissLink(): void;
  dismissMissed(id: string | null): void;
  testAlert(): void;
  watchAlertTimes(visible: boolean): void;
  checkAudit(): void;
  /** What became of the file; null: nothing, and why is said as with every act. */
  exportAudit(range: CommandInput<'exportAudit'>): Promise<SavedFile | null>;
  /** Null: the gateway in use. */
  runDiagnostics(gatewayAddress: string | null): void;
  stopDiagnostics(): void;
  saveSupportFile(): Promise<SavedFile | null>;
  /** A report, not an act: whatever its answer is, there is nothing to tell the inspector. */
  alertShown(input: CommandInput<'alertShown'>): void;
  dismissProblem(): void;
  subscribe(changed: () => void): () => void;
  problem(): Problem | null;
}

export function createActions(bridge: ParsedBridge): Actions {
  const changes = createListeners<null>();
  let problem: Problem | null = null;

  function put(next: Problem | null): void {
    if (problem === next) return;
    problem = next;
    changes.tell(null);
  }

  function act(answer: Promise<CommandAnswer>): void {
    put(null);
    void answer.then((settled) => {
      if (!settled.ok) put(settled.problem);
    });
  }

  async function actForFile(answer: Promise<CommandAnswer>): Promise<SavedFile | null> {
    put(null);
    const settled = await answer;
    if (settled.ok) return settled.file ?? null;
    put(settled.problem);
    return null;
  }

  return {
    signIn: (input) => {
      act(bridge.signIn(input));
    },
    trustCertificate: (fingerprint) => {
      act(bridge.trustCertificate({ fingerprint }));
    },
    forgetCertificate: (input) => {
      act(bridge.forgetCertificate(input));
    },
    replaceCertificate: (input) => {
      act(bridge.replaceCertificate(input));
    },
    takeOver: () => {
      act(bridge.takeOver());
    },
    cancelSignIn: () => {
      act(bridge.cancelSignIn());
    },
    signOut: () => {
      act(bridge.signOut());
    },
    tryNow: () => {
      act(bridge.tryNow());
    },
    listen: (workNo) => {
      act(bridge.listen({ workNo }));
    },
    inspect: (input) => {
      act(bridge.inspect(input));
    },
    changeMode: (input) => {
      act(bridge.changeMode(input));
    },
    forceAgent: (input) => {
      act(bridge.forceAgent(input));
    },
    dismissForced: (workNo) => {
      act(bridge.dismissForced({ workNo }));
    },
    stopListening: () => {
      act(bridge.stopListening());
    },
    tellHearing: (hears) => {
      act(bridge.tellHearing({ hears }));
    },
    dismissListen: () => {
      act(bridge.dismissListen());
    },
    goIdle: () => {
      act(bridge.goIdle());
    },
    changeSettings: (settings) => {
      act(bridge.changeSettings({ settings }));
    },
    dismissNotice: (id) => {
      act(bridge.dismissNotice({ id }));
    },
    followAgent: (workNo) => {
      act(bridge.followAgent({ workNo }));
    },
    unfollow: () => {
      act(bridge.unfollow());
    },
    listenFollowed: () => {
      act(bridge.listenFollowed());
    },
    skipFollowed: () => {
      act(bridge.skipFollowed());
    },
    listenLinked: () => {
      act(bridge.listenLinked());
    },
    dismissLink: () => {
      act(bridge.dismissLink());
    },
    dismissMissed: (id) => {
      act(bridge.dismissMissed({ id }));
    },
    testAlert: () => {
      act(bridge.testAlert());
    },
    watchAlertTimes: (visible) => {
      void bridge.watchAlertTimes({ visible });
    },
    checkAudit: () => {
      act(bridge.checkAudit());
    },
    exportAudit: (range) => actForFile(bridge.exportAudit(range)),
    runDiagnostics: (gatewayAddress) => {
      act(bridge.runDiagnostics({ gatewayAddress }));
    },
    stopDiagnostics: () => {
      act(bridge.stopDiagnostics());
    },
    saveSupportFile: () => actForFile(bridge.saveSupportFile()),
    alertShown: (input) => {
      void bridge.alertShown(input);
    },
    dismissProblem: () => {
      put(null);
    },
    subscribe: (changed) => changes.add(changed),
    problem: () => problem,
  };
}
