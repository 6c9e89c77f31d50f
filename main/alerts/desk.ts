import { isDeepStrictEqual } from 'node:util';
import type { PageAlert } from '../../contract/alerts.ts';
import type { AlertTimes } from '../../contract/state.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log, LogFields } from '../ports/log.ts';
import { answered, waitForSurface } from './askedSurface.ts';
import { insistAfter, limits, noProgress, type AlertProgress, type AlertSettings, type Attempt } from './escalation.ts';
import { createPageSurfaces } from './pageSurfaces.ts';
import { alertPlan } from './plan.ts';
import { slotId, slotOf, type AlertSlot, type AlertState } from './slot.ts';
import { surfaceNames } from '../../contract/alerts.ts';
import type { AlertPlan, AlertSurfaces, PageSurfaceName, Quiet, Shown, SurfaceName } from './surfaces.ts';
import { createAlertTimes } from './times.ts';
import type { AlertWords } from './words/en.ts';

export interface DeskParts {
  readonly surfaces: AlertSurfaces;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of now. */
  words(): AlertWords;
  settings(): AlertSettings;
  /** What is known of the alert has changed: `show` is to be called anew. */
  onChange(): void;
  /** A surface settled for the first time since it was asked, `after` milliseconds. */
  onAttempt(slot: AlertSlot, surface: SurfaceName, attempt: Attempt, after: number): void;
}

/** Carries the plan out: asks a surface only when its part changed, waits for its report, and plans anew with what was reported. */
export interface AlertDesk {
  /** Plans once: call it with each state, and after each `onChange`. */
  show(state: AlertState): void;
  pageAlert(): PageAlert | null;
  report(id: string, surface: SurfaceName, shown: Shown): void;
  quiet(): Quiet;
  times(): readonly AlertTimes[];
}

/** Two alerts begin at least this far apart, milliseconds: a phone that rings again and again must not make the screen flicker. */
const apart = 250;

export function createAlertDesk(parts: DeskParts): AlertDesk {
  const { surfaces, clock, log } = parts;
  const page = createPageSurfaces();
  const times = createAlertTimes(log);
  const waits = new Map<SurfaceName, CancelTimer>();
  let slot: AlertSlot | null = null;
  let present: AlertPlan | null = null;
  let progress: AlertProgress = noProgress;
  /** Numbers the alerts, so that nothing late is taken for news of the present one. */
  let generation = 0;
  let beganAt = Number.NEGATIVE_INFINITY;
  /** What the last alerts taught: the system did not show a toast, no device played the sound. */
  let learnt: Pick<AlertProgress, 'quiet' | 'soundless'> = { quiet: 'unknown', soundless: false };
  let systemQuiet: Quiet = 'unknown';
  let cancelNext: CancelTimer = () => undefined;
  let cancelInsisting: CancelTimer = () => undefined;

  function show(state: AlertState): void {
    const admitted = admit(state);
    const next = slotOf(admitted);
    const isAnother = idOf(next) !== idOf(slot);
    if (isAnother) change(next);
    const plan = alertPlan(admitted, parts.settings(), progress, parts.words());
    const before = present;
    present = plan;
    const news = surfaceNames.filter((name) => isNews(name, plan, before, isAnother));
    for (const name of inTurn(news, plan)) carryOut(name, plan);
  }

  /** A ring that comes too soon after the one before waits for its turn, and is forgotten when it ends before. */
  function admit(wished: AlertState): AlertState {
    cancelNext();
    const next = slotOf(wished);
    if (next?.kind !== 'ring' || idOf(next) === idOf(slot)) return wished;
    const early = beganAt + apart - clock.now();
    if (early <= 0) return wished;
    cancelNext = clock.after(early, parts.onChange);
    return { ...wished, phone: { kind: 'none' } };
  }

  function change(next: AlertSlot | null): void {
    const now = clock.now();
    if (slot?.kind === 'ring') times.end(now);
    cancelInsisting();
    slot = next;
    generation += 1;
    progress = { ...noProgress, ...learnt };
    if (next === null) return;
    if (next.kind === 'ring') {
      beganAt = now;
      times.begin(next.since, now);
      cancelInsisting = clock.after(insistAfter, () => {
        advance({ ...progress, insisting: true });
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
    parts.onChange();
  }

  function carryOut(name: SurfaceName, plan: AlertPlan): void {
    // What was asked before counts no more, whether it belongs to this alert or to the last one.
    waits.get(name)?.();
    waits.delete(name);
    const ask = (): Promise<Shown> => askSurface(name, plan);
    const alerting = slot;
    if (isNothing(plan[name])) void answered(ask).then((gone) => writeDownGone(name, gone));
    else if (alerting === null || !isAlert(name, plan)) void answered(ask).then((shown) => writeDown(name, shown));
    else measure(name, alerting, ask);
  }

  function measure(name: SurfaceName, alerting: AlertSlot, ask: () => Promise<Shown>): void {
    const asked = clock.now();
    times.asked(name, asked);
    const cancel = waitForSurface(ask, {
      clock,
      limit: limits[name],
      first: (attempt) => {
        const now = clock.now();
        times.settled(name, attempt, now);
        writeDown(name, attempt);
        learn(name, attempt);
        parts.onAttempt(alerting, name, attempt, now - asked);
        advance({ ...progress, attempts: { ...progress.attempts, [name]: [...(progress.attempts[name] ?? []), attempt] } });
      },
      late: (shown) => {
        times.settled(name, shown, clock.now());
      },
    });
    waits.set(name, cancel);
  }

  function learn(name: SurfaceName, { kind }: Attempt): void {
    if (name === 'toast') learnt = { ...learnt, quiet: kind === 'shown' ? 'unknown' : 'inferred' };
    if (name === 'sound') learnt = { ...learnt, soundless: kind !== 'shown' };
  }

  function askSurface(name: SurfaceName, plan: AlertPlan): Promise<Shown> {
    const surface = surfaces[name];
    // The name picks both the surface and its part of the plan; TypeScript cannot follow it through the union.
    if (surface === 'inPage') return page.ask(String(generation), name as PageSurfaceName, plan[name] as never);
    return surface(plan[name] as never);
  }

  function writeDown(surface: SurfaceName, attempt: Attempt): void {
    switch (attempt.kind) {
      case 'shown':
        log.info('alert', { surface, result: 'shown' });
        return;
      case 'notSupported':
        log.info('alert', { surface, result: 'notSupported' });
        return;
      case 'notShown':
        log.warn('alert not shown', { surface, ...reason(attempt) });
        return;
      case 'late':
        log.warn('alert not shown', { surface, why: 'late' });
        return;
    }
  }

  /** Taking away is not showing. */
  function writeDownGone(surface: SurfaceName, gone: Shown): void {
    if (gone.kind === 'notShown') log.warn('alert not taken away', { surface, ...reason(gone) });
    else log.info('alert', { surface, result: 'gone' });
  }

  return {
    show,
    pageAlert: page.alert,
    report: page.report,
    quiet: () => systemQuiet,
    times: times.list,
  };
}

/** The code, not its words: the log is read in whatever language. */
function reason({ why, detail }: Extract<Shown, { kind: 'notShown' }>): LogFields {
  return detail === undefined ? { why } : { why, detail };
}

function idOf(slot: AlertSlot | null): string | null {
  return slot === null ? null : slotId(slot);
}

/** What disturbs most is taken away first. The toast comes last: Linux' notification daemons keep all of Earshot waiting for them. */
function inTurn(names: readonly SurfaceName[], plan: AlertPlan): SurfaceName[] {
  const turn = (name: SurfaceName): number => (leavesFirst(name, plan) ? 0 : name === 'toast' ? 2 : 1);
  return [...names].sort((one, other) => turn(one) - turn(other));
}

function leavesFirst(name: SurfaceName, plan: AlertPlan): boolean {
  return (name === 'sound' || name === 'window') && isNothing(plan[name]);
}

/** Whether a surface must be asked: its part is another, or it says no more than "on" and is now on for another alert. */
function isNews(name: SurfaceName, plan: AlertPlan, before: AlertPlan | null, isAnother: boolean): boolean {
  if (isAnother && plan[name] === true) return true;
  return !isDeepStrictEqual(before === null ? idlePart(name, plan) : before[name], plan[name]);
}

/** What a surface shows before it was ever asked. */
function idlePart(name: SurfaceName, plan: AlertPlan): AlertPlan[SurfaceName] | undefined {
  if (name === 'tray') return undefined;
  return typeof plan[name] === 'boolean' ? false : null;
}

/** Whether this part of the plan tells of the alert. */
function isAlert(name: SurfaceName, plan: AlertPlan): boolean {
  if (name === 'badge') return plan.badge?.mark === 'ringing';
  return !isNothing(plan[name]);
}

function isNothing(part: AlertPlan[SurfaceName]): boolean {
  return part === null || part === false;
}
