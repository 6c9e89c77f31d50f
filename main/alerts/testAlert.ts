import { surfaceNames } from '../../contract/alerts.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { SurfaceResult, TestAlert } from '../../contract/state.ts';
import { done, refuse } from '../results/commandAnswers.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { limits, type Attempt } from './escalation.ts';
import type { ActiveAlert, Testing } from './activeAlert.ts';
import type { Quiet, SurfaceName } from './surfaces.ts';

export interface TestAlertOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** How long a surface stays once it is shown, milliseconds. */
  readonly stays: number;
  /** Whether sound is switched on: what the inspector does not want is not played. */
  hasSound(): boolean;
  quiet(): Quiet;
  onChange(): void;
}

/** Goes through every surface one by one, with the same plan, presenter and surfaces as a ring. */
export interface TestAlertService {
  shown(): TestAlert;
  /** The surface under test now. */
  testing(): Testing | null;
  /** Refused while a test runs, or while there is something real to alert of. */
  start(active: ActiveAlert | null): CommandAnswer;
  onAttempt(active: ActiveAlert, surface: SurfaceName, attempt: Attempt, after: number): void;
  /** The present alert: a real one cuts the test short. */
  watch(active: ActiveAlert | null): void;
}

/** Milliseconds for which a surface stays once it is shown: long enough to be seen, short enough to wait for. */
export const testedSurfaceStays = 1_200;

export function createTestAlert(options: TestAlertOptions): TestAlertService {
  const { clock, log, stays } = options;
  let shown: TestAlert = { kind: 'never' };
  let cancel: CancelTimer = () => undefined;

  function test(surface: SurfaceName, results: readonly SurfaceResult[]): void {
    cancel();
    // A setting changed meanwhile may keep the surface from being asked at all.
    cancel = clock.after(limits[surface] + stays, () => {
      goOn(surface, results);
    });
    shown = { kind: 'running', surface, since: clock.now(), results };
    options.onChange();
  }

  function finish(results: readonly SurfaceResult[], whole: boolean): void {
    cancel();
    shown = { kind: 'done', at: clock.now(), results, whole, quiet: options.quiet() };
    log.info('test alert', { whole, ...Object.fromEntries(results.map(({ surface, shown: { kind } }) => [surface, kind])) });
    options.onChange();
  }

  function goOn(surface: SurfaceName, results: readonly SurfaceResult[]): void {
    const tested = testedSurfaces();
    const next = tested[tested.indexOf(surface) + 1];
    if (next === undefined) finish(results, true);
    else test(next, results);
  }

  function testedSurfaces(): readonly SurfaceName[] {
    return surfaceNames.filter((name) => name !== 'sound' || options.hasSound());
  }

  return {
    shown: () => shown,
    testing: () => (shown.kind === 'running' ? { surface: shown.surface, since: shown.since } : null),
    start: (active) => {
      if (shown.kind === 'running' || active !== null) return refuse(ownProblem('alert-under-way'));
      const [first] = testedSurfaces();
      if (first !== undefined) test(first, []);
      return done;
    },
    onAttempt: (active, surface, attempt, after) => {
      if (shown.kind !== 'running' || active.kind !== 'test' || active.surface !== surface) return;
      if (shown.results.some((result) => result.surface === surface)) return;
      const results = [...shown.results, { surface, shown: attempt, after }];
      shown = { ...shown, results };
      cancel();
      cancel = clock.after(attempt.kind === 'shown' ? stays : 0, () => {
        goOn(surface, results);
      });
    },
    watch: (active) => {
      if (shown.kind === 'running' && active !== null && active.kind !== 'test') finish(shown.results, false);
    },
  };
}
