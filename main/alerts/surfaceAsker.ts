import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { answered, waitForSurface } from './askedSurface.ts';
import { logAttempt, logTakenAway } from './attemptLog.ts';
import { limits, type Attempt } from './escalation.ts';
import type { PageSurfaces } from './pageSurfaces.ts';
import { isNothing, tellsOfAlert } from './planChanges.ts';
import type { AlertPlan, AlertSurfaces, PageSurfaceName, Shown, SurfaceName } from './surfaces.ts';
import type { AlertTimesService } from './ringTimes.ts';

export interface SurfaceAskerOptions {
  readonly surfaces: AlertSurfaces;
  readonly page: PageSurfaces;
  readonly clock: Clock;
  readonly log: Log;
  readonly times: AlertTimesService;
}

/** An alert that a surface is asked for. */
export interface AskedFor {
  /** Numbers the alerts, so that nothing late is taken for news of the present one. */
  readonly generation: number;
  /** The surface settled for the first time, `after` milliseconds; null: the plan is of no alert. */
  readonly onAttempt: ((attempt: Attempt, after: number) => void) | null;
}

/** Asks surfaces for their parts of a plan, and hears how each settles. What was asked of a surface before counts no more. */
export type SurfaceAsker = (name: SurfaceName, plan: AlertPlan, asked: AskedFor) => void;

export function createSurfaceAsker({ surfaces, page, clock, log, times }: SurfaceAskerOptions): SurfaceAsker {
  const waits = new Map<SurfaceName, CancelTimer>();

  function ask(name: SurfaceName, plan: AlertPlan, generation: number): Promise<Shown> {
    const surface = surfaces[name];
    // The name picks both the surface and its part of the plan; TypeScript cannot follow it through the union.
    if (surface === 'inPage') return page.ask(String(generation), name as PageSurfaceName, plan[name] as never);
    return surface(plan[name] as never);
  }

  function measure(name: SurfaceName, showing: () => Promise<Shown>, onAttempt: (attempt: Attempt, after: number) => void): void {
    const asked = clock.now();
    times.asked(name, asked);
    const cancel = waitForSurface(showing, {
      clock,
      limit: limits[name],
      first: (attempt) => {
        const now = clock.now();
        times.settled(name, attempt, now);
        logAttempt(log, name, attempt);
        onAttempt(attempt, now - asked);
      },
      late: (shown) => {
        times.settled(name, shown, clock.now());
      },
    });
    waits.set(name, cancel);
  }

  return (name, plan, { generation, onAttempt }) => {
    waits.get(name)?.();
    waits.delete(name);
    const showing = (): Promise<Shown> => ask(name, plan, generation);
    if (isNothing(plan[name])) {
      void answered(showing).then((gone) => {
        logTakenAway(log, name, gone);
      });
    } else if (onAttempt === null || !tellsOfAlert(name, plan)) {
      void answered(showing).then((shown) => {
        logAttempt(log, name, shown);
      });
    } else measure(name, showing, onAttempt);
  };
}
