import type { PageAlert } from '../../contract/alerts.ts';
import type { AlertTimes } from '../../contract/state.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { logAttempt } from './attemptLog.ts';
import { escalateAfter, noProgress, type AlertProgress, type AlertSettings, type Attempt } from './escalation.ts';
import { createPageSurfaces } from './pageSurfaces.ts';
import { alertPlan } from './plan.ts';
import { changedParts, isNothing } from './planChanges.ts';
import { createRingSpacing } from './ringSpacing.ts';
import { activeAlertId, activeAlertOf, type ActiveAlert, type AlertState } from './activeAlert.ts';
import { createSurfaceAsker } from './surfaceAsker.ts';
import type { AlertPlan, AlertSurfaces, Quiet, Shown, SurfaceName } from './surfaces.ts';
import { createAlertTimes } from './ringTimes.ts';
import type { AlertWords } from './words/en.ts';

export interface PresenterOptions {
  readonly surfaces: AlertSurfaces;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of now. */
  words(): AlertWords;
  settings(): AlertSettings;
  /** What is known of the alert has changed: `show` is to be called again. */
  onChange(): void;
  /** A surface settled for the first time since it was asked, `after` milliseconds. */
  onAttempt(active: ActiveAlert, surface: SurfaceName, attempt: Attempt, after: number): void;
}

/** Carries the plan out: asks a surface only when its part changed, waits for its report, and plans again with what was reported. */
export interface AlertPresenter {
  /** Plans once: call it with each state, and after each `onChange`. */
  show(state: AlertState): void;
  pageAlert(): PageAlert | null;
  report(id: string, surface: SurfaceName, shown: Shown): void;
  quiet(): Quiet;
  times(): readonly AlertTimes[];
}

export function createAlertPresenter(options: PresenterOptions): AlertPresenter {
  const { surfaces, clock, log } = options;
  const page = createPageSurfaces();
  const times = createAlertTimes(log);
  const spacing = createRingSpacing(clock, options.onChange);
  const ask = createSurfaceAsker({ surfaces, page, clock, log, times });
  let active: ActiveAlert | null = null;
  let present: AlertPlan | null = null;
  let progress: AlertProgress = noProgress;
  let generation = 0;
  /** What the last alerts taught: the system did not show a toast, no device played the sound. */
  let learnt: Pick<AlertProgress, 'quiet' | 'soundless'> = { quiet: 'unknown', soundless: false };
  let systemQuiet: Quiet = 'unknown';
  let cancelEscalation: CancelTimer = () => undefined;

  function show(state: AlertState): void {
    const admitted = spacing.admit(state, active);
    const next = activeAlertOf(admitted);
    const isAnother = idOf(next) !== idOf(active);
    if (isAnother) change(next);
    const plan = alertPlan(admitted, options.settings(), progress, options.words());
    const before = present;
    present = plan;
    for (const name of changedParts(plan, before, isAnother)) carryOut(name, plan);
  }

  function change(next: ActiveAlert | null): void {
    const now = clock.now();
    if (active?.kind === 'ring') times.end(now);
    cancelEscalation();
    active = next;
    generation += 1;
    progress = { ...noProgress, ...learnt };
    if (next === null) return;
    if (next.kind === 'ring') {
      spacing.began();
      times.begin(next.since, now);
      cancelEscalation = clock.after(escalateAfter, () => {
        advance({ ...progress, escalating: true });
      });
    }
    askWhetherQuiet();
  }

  function askWhetherQuiet(): void {
    const of = generation;
    surfaces.quiet().then(
      (quiet) => {
        systemQuiet = quiet;
        if (of !== generation || quiet === 'unknown') return;
        log.info('do not disturb', { quiet });
        if (quiet === 'yes' || progress.quiet !== 'inferred') advance({ ...progress, quiet });
      },
      () => {
        log.warn('do not disturb could not be asked for');
      },
    );
  }

  function advance(next: AlertProgress): void {
    progress = next;
    options.onChange();
  }

  function attempted(name: SurfaceName, attempt: Attempt): void {
    advance({ ...progress, attempts: { ...progress.attempts, [name]: [...(progress.attempts[name] ?? []), attempt] } });
  }

  function carryOut(name: SurfaceName, plan: AlertPlan): void {
    const alerting = active;
    const onAttempt = (attempt: Attempt, after: number): void => {
      learn(name, attempt);
      if (alerting !== null) options.onAttempt(alerting, name, attempt, after);
      attempted(name, attempt);
    };
    ask(name, plan, { generation, onAttempt: alerting === null ? null : onAttempt });
  }

  function learn(name: SurfaceName, { kind }: Attempt): void {
    if (name === 'toast') learnt = { ...learnt, quiet: kind === 'shown' ? 'unknown' : 'inferred' };
    if (name === 'sound') learnt = { ...learnt, soundless: kind !== 'shown' };
  }

  surfaces.onToastLost?.(() => {
    if (active === null || present === null || isNothing(present.toast)) return;
    const lost: Attempt = { kind: 'notShown', why: 'daemonGone' };
    logAttempt(log, 'toast', lost);
    attempted('toast', lost);
    // Of whatever shows notifications now.
    carryOut('toast', present);
  });

  return {
    show,
    pageAlert: page.alert,
    report: page.report,
    quiet: () => systemQuiet,
    times: times.list,
  };
}

function idOf(active: ActiveAlert | null): string | null {
  return active === null ? null : activeAlertId(active);
}
