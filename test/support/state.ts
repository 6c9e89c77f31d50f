import { freshRosterView } from '../../contract/rosterView.ts';
import type { AppState } from '../../contract/state.ts';
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
