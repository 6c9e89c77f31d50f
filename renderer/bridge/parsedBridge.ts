import type { Bridge, Unsubscribe } from '../../contract/bridge.ts';
import { rosterMessageSchema, type RosterMessage } from '../../contract/roster.ts';
import { appStateSchema } from '../../contract/state.ts';
import type { Link } from './link.ts';
import { createListeners } from './listeners.ts';
import { isPlainRowsMessage } from './rosterRowCheck.ts';

/** The bridge as this room uses it: it also tells of roster messages that could not be read. */
export interface ParsedBridge extends Bridge {
  onRosterUnreadable(listener: () => void): Unsubscribe;
}

/** A bridge over a link: every state and roster message is parsed here, once. */
export function parseLink(link: Link): ParsedBridge {
  const rosters = createListeners<RosterMessage>();
  const unreadable = createListeners<null>();
  link.onRoster((payload) => {
    if (isPlainRowsMessage(payload)) {
      rosters.tell(payload);
      return;
    }
    const parsed = rosterMessageSchema.safeParse(payload);
    if (parsed.success) rosters.tell(parsed.data);
    else unreadable.tell(null);
  });

  return {
    signIn: (input) => link.command('signIn', input),
    trustCertificate: (input) => link.command('trustCertificate', input),
    forgetCertificate: (input) => link.command('forgetCertificate', input),
    replaceCertificate: (input) => link.command('replaceCertificate', input),
    takeOver: () => link.command('takeOver', {}),
    cancelSignIn: () => link.command('cancelSignIn', {}),
    signOut: () => link.command('signOut', {}),
    tryNow: () => link.command('tryNow', {}),
    listen: (input) => link.command('listen', input),
    inspect: (input) => link.command('inspect', input),
    changeMode: (input) => link.command('changeMode', input),
    forceAgent: (input) => link.command('forceAgent', input),
    dismissForced: (input) => link.command('dismissForced', input),
    stopListening: () => link.command('stopListening', {}),
    tellHearing: (input) => link.command('tellHearing', input),
    dismissListen: () => link.command('dismissListen', {}),
    goIdle: () => link.command('goIdle', {}),
    watchRoster: (input) => link.command('watchRoster', input),
    watchAgents: (input) => link.command('watchAgents', input),
    keepRosterView: (input) => link.command('keepRosterView', input),
    changeSettings: (input) => link.command('changeSettings', input),
    dismissNotice: (input) => link.command('dismissNotice', input),
    followAgent: (input) => link.command('followAgent', input),
    unfollow: () => link.command('unfollow', {}),
    listenFollowed: () => link.command('listenFollowed', {}),
    skipFollowed: () => link.command('skipFollowed', {}),
    listenLinked: () => link.command('listenLinked', {}),
    dismissLink: () => link.command('dismissLink', {}),
    answerPhone: () => link.command('answerPhone', {}),
    dismissMissed: (input) => link.command('dismissMissed', input),
    testAlert: () => link.command('testAlert', {}),
    watchAlertTimes: (input) => link.command('watchAlertTimes', input),
    checkAudit: () => link.command('checkAudit', {}),
    exportAudit: (input) => link.command('exportAudit', input),
    runDiagnostics: (input) => link.command('runDiagnostics', input),
    stopDiagnostics: () => link.command('stopDiagnostics', {}),
    saveSupportFile: () => link.command('saveSupportFile', {}),
    alertShown: (input) => link.command('alertShown', input),
    onState: (listener) =>
      link.onState((payload) => {
        const parsed = appStateSchema.safeParse(payload);
        if (parsed.success) {
          listener(parsed.data);
          return;
        }
        // Paths only: a state's values may be an inspector's own.
        console.error(
          'A state could not be read',
          parsed.error.issues.map((issue) => issue.path.join('.')),
        );
      }),
    onRoster: rosters.add,
    onRosterUnreadable: unreadable.add,
    onReachable: (listener) => link.onReachable(listener),
  };
}
