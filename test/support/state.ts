import { freshRosterView } from '../../contract/rosterView.ts';
import type { Mode, ShownInspection } from '../../contract/inspection.ts';
import type { AppState, Listen } from '../../contract/state.ts';
import { defaultForm } from '../../main/notes/defaultForm.ts';
import { noAlerts } from './alerts.ts';
import { freshSettings } from './settings.ts';

/** What the page is told by an Earshot that was just started for the first time. */
export const freshState: AppState = {
  version: '0.1.0',
  now: 0,
  language: 'en',
  form: { gatewayAddress: '', agentId: '', password: '', phoneNumber: '' },
  keepSignedIn: 'off',
  session: { kind: 'signedOut', problem: null },
  roster: { kind: 'off' },
  listen: { kind: 'idle' },
  inspection: null,
  noRight: { listen: [], whisper: false, insert: false, call: false, force: false },
  forced: [],
  ...noAlerts,
  notices: [],
  settings: freshSettings,
  startAtLogin: 'asSet',
  rosterView: freshRosterView,
  trust: { gateways: [], authorityFile: { kind: 'none' } },
  audit: { writable: true, check: { kind: 'never' } },
  notes: {
    open: null,
    form: defaultForm,
    formFault: null,
    writable: true,
    encrypted: true,
    damaged: 0,
    newer: 0,
    locked: 0,
  },
  worklist: { kind: 'noPlan' },
  queues: { kind: 'off' },
  rules: [],
  diagnostics: {
    run: { kind: 'never' },
    about: { host: 'web', system: 'Linux 6.1 x64', versions: [{ name: 'Node.js', version: '24.21.0' }] },
    origins: [],
  },
};

/** The same with an inspector signed in, idle. */
export const signedInState: AppState = {
  ...freshState,
  session: {
    kind: 'signedIn',
    agentId: '1001',
    gateway: 'gateway',
    connection: { kind: 'live', lastContact: 0, problem: null },
    ownState: 'idle',
  },
};

/** A listen that was picked up. */
export const listening = {
  kind: 'listening',
  agent: { workNo: '20001', name: 'Li Wei' },
  since: 1,
  problem: null,
} as const satisfies Listen;

/** How the inspector may be in its call: one mode where it was confirmed. */
export function inspectionIn(possible: readonly Mode[], more: Partial<ShownInspection> = {}): ShownInspection {
  return { possible, asking: null, problem: null, ...more };
}
