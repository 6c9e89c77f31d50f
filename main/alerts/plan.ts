import type { Listen, ListenedAgent, PhoneAlert, Session } from '../../contract/state.ts';
import type { AlertPlan, ToastPlan, TrayMenuLine, TrayPicture, TrayPlan } from './surfaces.ts';
import { words } from './words.ts';

/** All that alerts depend on. */
export interface AlertInput {
  readonly session: Session;
  readonly listen: Listen;
  readonly phone: PhoneAlert;
}

/** What every surface should show now: nothing but a function of the state. */
export function alertPlan(input: AlertInput): AlertPlan {
  const { phone } = input;
  const toast = phone.kind === 'ringing' ? ringToast(phone) : null;
  return { tray: trayPlan(input), toast, attention: phone.kind === 'ringing' };
}

function ringToast(phone: Extract<PhoneAlert, { kind: 'ringing' }>): ToastPlan {
  return {
    ringId: String(phone.since),
    title: words.phoneRings,
    body: phone.agent === null ? words.ringWithoutListen : words.pickUpToListen(named(phone.agent)),
  };
}

function trayPlan(input: AlertInput): TrayPlan {
  const line = statusLine(input);
  return { picture: picture(input), tooltip: tooltip(line), menu: menu(input, line) };
}

function picture({ session, listen, phone }: AlertInput): TrayPicture {
  if (phone.kind === 'ringing') return 'ringing';
  if (session.kind !== 'signedIn') return 'signedOut';
  switch (listen.kind) {
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'outcomeUnknown':
    case 'stopping':
      return 'calling';
    case 'listening':
      return 'listening';
    case 'idle':
    case 'ended':
      return session.connection.kind === 'live' ? 'live' : 'offline';
  }
}

function statusLine({ session, listen, phone }: AlertInput): string {
  if (phone.kind === 'ringing') return phone.agent === null ? words.phoneRings : words.phoneRingsFor(named(phone.agent));
  if (session.kind !== 'signedIn') return words.signedOut;
  switch (listen.kind) {
    case 'requesting':
      return words.requesting(named(listen.agent));
    case 'calling':
    case 'ringing':
      return words.calling(named(listen.agent));
    case 'outcomeUnknown':
      return words.outcomeUnknown(named(listen.agent));
    case 'listening':
      return words.listening(named(listen.agent));
    case 'stopping':
      return words.stopping(named(listen.agent));
    case 'idle':
    case 'ended':
      return words.connection(session.connection.kind, session.agentId);
  }
}

function menu({ session, listen }: AlertInput, line: string): TrayMenuLine[] {
  const lines: TrayMenuLine[] = [{ kind: 'words', words: line }, { kind: 'separator' }];
  lines.push({ kind: 'action', action: 'show', words: words.show });
  if (canStop(listen)) lines.push({ kind: 'action', action: 'stopListening', words: words.stop });
  lines.push({ kind: 'separator' });
  if (session.kind === 'signedIn') lines.push({ kind: 'action', action: 'signOut', words: words.signOut });
  lines.push({ kind: 'action', action: 'quit', words: words.quit });
  return lines;
}

function canStop(listen: Listen): boolean {
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

/** Names come from the gateway and may be long; Windows cuts a tray tooltip at 127 characters. */
function named(agent: ListenedAgent): string {
  const name = agent.name.length > 40 ? `${agent.name.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : agent.name;
  return name === agent.workNo ? agent.workNo : `${name} (${agent.workNo})`;
}

function tooltip(line: string): string {
  return `Earshot · ${line}`;
}
