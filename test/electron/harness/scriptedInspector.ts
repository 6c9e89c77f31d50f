import type { AppState, Listen, SignInForm } from '../../../contract/state.ts';
import type { AlertPlan } from '../../../main/alerts/surfaces.ts';
import type { Host } from '../../../main/app/host.ts';
import type { Inspector } from '../../../main/app/inspector.ts';
import { freshState } from '../../support/state.ts';

/** An Inspector that does what a test says, with the real host under it. */
export interface ScriptedInspector extends Inspector {
  readonly host: Host;
  /** Commands that came through the bridge, with what they carried. */
  readonly heard: { readonly name: string; readonly input: unknown }[];
  /** Milliseconds. */
  closeTakes: number;
  resumed: number;
  /** Whether a listen is under way. */
  listens: boolean;
  /** Begins again: nothing was heard, and the tray shows what it did first. */
  begin(): void;
}

const listening: Listen = { kind: 'listening', agent: { workNo: '20001', name: 'Li Wei' }, since: 0, problem: null };

/** What the tray shows when nothing was asked yet. */
export const firstTray: AlertPlan['tray'] = {
  picture: 'signedOut',
  tooltip: 'Earshot: signed out',
  menu: [
    { kind: 'words', words: 'Signed out' },
    { kind: 'separator' },
    { kind: 'action', action: 'show', about: '', words: 'Show Earshot' },
    { kind: 'action', action: 'quit', about: '', words: 'Quit' },
  ],
};

export function scriptedInspector(host: Host, form: SignInForm | null): ScriptedInspector {
  const state: AppState = { ...freshState, version: host.version, form: form ?? freshState.form, keepSignedIn: 'notOffered' };
  let saidInTray = false;
  const inspector: ScriptedInspector = {
    host,
    heard: [],
    closeTakes: Number(process.env['EARSHOT_TEST_CLOSE_TAKES'] ?? 0),
    resumed: 0,
    listens: false,
    begin: () => {
      inspector.heard.length = 0;
      inspector.closeTakes = 0;
      inspector.resumed = 0;
      inspector.listens = false;
      saidInTray = false;
      void host.surfaces.tray(firstTray);
    },
    start: () => {
      void host.surfaces.tray(firstTray);
    },
    systemSpeaks: () => undefined,
    openLink: () => undefined,
    state: () => (inspector.listens ? { ...state, listen: listening } : state),
    onState: () => () => undefined,
    command: (name, input) => {
      inspector.heard.push({ name, input });
      return Promise.resolve({ ok: true });
    },
    subscribeToRoster: (send) => ({
      watch: (visible) => {
        host.log.info('watch roster', { visible });
        if (visible) send({ kind: 'snapshot', revision: 1, rows: [] });
      },
      watchAgents: () => undefined,
      close: () => undefined,
    }),
    firstTimeInTray: () => {
      const first = !saidInTray;
      saidInTray = true;
      return first;
    },
    close: () => {
      host.log.info('inspector closed');
      return new Promise((resolve) => {
        host.clock.after(inspector.closeTakes, resolve);
      });
    },
  };
  host.onResume(() => {
    inspector.resumed += 1;
  });
  return inspector;
}
