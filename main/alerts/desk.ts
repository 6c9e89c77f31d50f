import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../host.ts';
import type { AlertPlan, AlertSurfaces, Shown } from './surfaces.ts';

/** Carries alert plans out: asks a surface only when its part of the plan changed, and writes down what came of it. */
export interface AlertDesk {
  show(plan: AlertPlan): void;
}

export function createAlertDesk(surfaces: AlertSurfaces, log: Log): AlertDesk {
  let present: AlertPlan | null = null;

  function report(surface: string, asked: Promise<Shown>): void {
    asked.then(
      (shown) => {
        if (shown.kind === 'notShown') log.warn('alert not shown', { surface, why: shown.why });
        else log.info('alert', { surface, result: shown.kind });
      },
      (error: unknown) => {
        log.error('alert surface failed', { surface, why: error instanceof Error ? error.name : 'unknown' });
      },
    );
  }

  return {
    show: (plan) => {
      const before = present;
      present = plan;
      if (!isDeepStrictEqual(before?.tray, plan.tray)) report('tray', surfaces.tray(plan.tray));
      if (!isDeepStrictEqual(before?.toast ?? null, plan.toast)) report('toast', surfaces.toast(plan.toast));
      if ((before?.attention ?? false) !== plan.attention) report('attention', surfaces.attention(plan.attention));
    },
  };
}
