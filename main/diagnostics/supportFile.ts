import type { AppState } from '../../contract/state.ts';
import type { KnownEntry } from '../audit/check.ts';
import { jsonOf } from '../textFormats/json.ts';

/** Named by the second, without a colon, which Windows does not take. */
export const supportFileName = (at: number): string =>
  `earshot-support-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.json`;

export interface SupportFacts {
  /** The date, milliseconds since 1970. */
  readonly at: number;
  readonly state: AppState;
  /** The newest entry of the audit trail. */
  readonly auditEnd: KnownEntry | null;
  /** The end of the log, oldest first. */
  readonly log: readonly string[];
}

/**
 * What support needs, to be written as JSON: what Earshot runs on, the diagnostics, the settings and where each comes from, the state of
 * the session without who it is, the end of the log, the last rings in it. What was typed to sign in has no part in it.
 */
export function supportFile({ at, state, auditEnd, log }: SupportFacts): object {
  const { session, diagnostics, settings } = state;
  return {
    earshot: state.version,
    made: new Date(at).toISOString(),
    // The moments in what follows count from the same zero.
    now: state.now,
    about: diagnostics.about,
    session: {
      kind: session.kind,
      connection: session.kind === 'signedIn' ? session.connection : null,
      ownState: session.kind === 'signedIn' ? session.ownState : null,
      problem: 'problem' in session ? session.problem : null,
    },
    diagnostics: diagnostics.run,
    settings: Object.fromEntries(diagnostics.origins.map(({ name, source }) => [name, { value: settings.values[name], source }])),
    settingsNotObeyed: settings.wrong,
    trust: state.trust,
    roster: state.roster,
    // Their kinds alone: one of them names an agent.
    notices: state.notices.map(({ kind }) => kind),
    testAlert: state.testAlert,
    audit: { ...state.audit, newest: auditEnd },
    log: log.map(lineOf),
  };
}

/** A line of the log as what it holds; one that a crash tore stays text. */
function lineOf(line: string): unknown {
  const held = jsonOf(line);
  return held === undefined ? line : held;
}
