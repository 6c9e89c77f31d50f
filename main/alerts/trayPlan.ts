import { modeOf, type Mode } from '../../contract/inspection.ts';
import type { Standing } from '../../contract/standing.ts';
import { standingOf, type Follow, type Listen } from '../../contract/state.ts';
import { named } from './named.ts';
import type { ActiveAlert, AlertState } from './activeAlert.ts';
import type { AlertAction, TrayMenuLine, TrayPicture, TrayPlan } from './surfaces.ts';
import type { AlertWords } from './words/en.ts';

/** What the tray shows: always something; the alert while it is asked to. */
export function trayPlan(state: AlertState, active: ActiveAlert | null, alerting: boolean, words: AlertWords): TrayPlan {
  const line = (alerting && active !== null ? alertLine(active, words) : null) ?? statusLine(state, words);
  return {
    picture: alerting ? alertPicture(active) : picture(state),
    tooltip: tooltip(state, line, words),
    menu: menu(state, line, words),
  };
}

/** A standing listen is told of in it whatever else it says. */
function tooltip({ follow, session }: AlertState, line: string, words: AlertWords): string {
  const standing = session.kind === 'signedIn' ? standingOf(follow) : null;
  const plain = `Earshot · ${line}`;
  return standing === null || line === standingLine(standing, words) ? plain : `${plain} · ${words.standingOn}`;
}

function alertPicture(active: ActiveAlert | null): TrayPicture {
  return active?.kind === 'calling' ? 'calling' : 'ringing';
}

function alertLine(active: ActiveAlert, words: AlertWords): string | null {
  switch (active.kind) {
    case 'ring':
      return active.agent === null ? words.phoneRings : words.phoneRingsFor(named(active.agent, words));
    case 'question':
    case 'calling':
      return words.callBegan(named(active.agent, words), active.phase);
    case 'rules':
      return null;
    case 'test':
      return words.testTitle;
  }
}

/** How the inspector is in the call; without a word of it, listening. */
function modeIn({ inspection }: AlertState): Mode | 'unknown' {
  return inspection === null ? 'listen' : modeOf(inspection);
}

/** Whether the line is up, or may be, and somebody may hear the inspector on it. */
function mayBeHeard(state: AlertState): boolean {
  switch (state.listen.kind) {
    case 'listening':
    case 'outcomeUnknown':
    case 'stopping':
      return modeIn(state) !== 'listen';
    case 'idle':
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'ended':
      return false;
  }
}

const upPictures = { listen: 'listening', whisper: 'whispering', insert: 'inserted', call: 'inserted', unknown: 'mayBeHeard' } as const;

function picture(state: AlertState): TrayPicture {
  const { session, listen } = state;
  if (session.kind !== 'signedIn') return 'signedOut';
  switch (listen.kind) {
    case 'requesting':
    case 'calling':
    case 'ringing':
      return 'calling';
    case 'outcomeUnknown':
    case 'stopping':
      return mayBeHeard(state) ? 'mayBeHeard' : 'calling';
    case 'listening':
      return upPictures[modeIn(state)];
    case 'idle':
    case 'ended':
      return session.connection.kind === 'live' ? 'live' : 'offline';
  }
}

function statusLine(state: AlertState, words: AlertWords): string {
  const { session, listen, follow } = state;
  if (session.kind !== 'signedIn') return words.signedOut;
  switch (listen.kind) {
    case 'requesting':
      return words.requesting(named(listen.agent, words), modeIn(state));
    case 'calling':
    case 'ringing':
      return words.calling(named(listen.agent, words), modeIn(state));
    case 'outcomeUnknown':
      return mayBeHeard(state) ? words.up(named(listen.agent, words), 'unknown') : words.outcomeUnknown(named(listen.agent, words));
    case 'listening':
      return words.up(named(listen.agent, words), modeIn(state));
    case 'stopping':
      return words.stopping(named(listen.agent, words), mayBeHeard(state));
    case 'idle':
    case 'ended':
      return followLine(follow, words) ?? words.connection(session.connection.kind, session.agentId);
  }
}

/** Whom Earshot waits for; null: for nobody. */
function followLine(follow: Follow, words: AlertWords): string | null {
  if (follow.kind === 'armed') return words.following(named(follow.agent, words));
  const standing = standingOf(follow);
  return standing === null ? null : standingLine(standing, words);
}

function standingLine({ waits, here, listens }: Standing, words: AlertWords): string {
  return words.standing(waits, here, listens);
}

function menu({ session, listen, follow, missed }: AlertState, line: string, words: AlertWords): TrayMenuLine[] {
  const lines: TrayMenuLine[] = [{ kind: 'words', words: line }];
  if (missed > 0) lines.push({ kind: 'words', words: words.missed(missed) });
  const standing = standingOf(follow);
  // While something else has the line above, that it goes on anyway.
  const goesOn = standing === null ? line : standingLine(standing, words);
  if (goesOn !== line) lines.push({ kind: 'words', words: goesOn });
  const act = (action: AlertAction, says: string, about = ''): void => {
    lines.push({ kind: 'action', action, about, words: says });
  };
  lines.push({ kind: 'separator' });
  act('show', words.show);
  if (canStop(listen)) act('stopListening', words.stop, listen.agent.workNo);
  if (listen.kind === 'outcomeUnknown') {
    act('hearIt', words.hearIt, listen.agent.workNo);
    act('hearNothing', words.hearNothing, listen.agent.workNo);
  }
  if (follow.kind === 'asking') act('listenFollowed', words.listen, follow.agent.workNo);
  if (standing !== null) act('unfollow', words.endStanding, aboutStanding);
  else if (follow.kind === 'asking' || follow.kind === 'armed') act('unfollow', words.unfollow, follow.agent.workNo);
  lines.push({ kind: 'separator' });
  if (session.kind === 'signedIn') act('signOut', words.signOut, session.agentId);
  act('quit', words.quit);
  return lines;
}

/** No agent's: a menu that stands open ends a standing listen as what it showed. */
const aboutStanding = 'standing';

function canStop(listen: Listen): listen is Exclude<Listen, { kind: 'idle' | 'stopping' | 'ended' }> {
  switch (listen.kind) {
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'listening':
    case 'outcomeUnknown':
      return true;
    case 'idle':
    case 'stopping':
    case 'ended':
      return false;
  }
}
