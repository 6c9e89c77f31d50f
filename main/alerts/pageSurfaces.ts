import { isDeepStrictEqual } from 'node:util';
import type { PageAlert } from '../../contract/alerts.ts';
import type { AlertPlan, AlertSurfaces, PageSurfaceName, Shown, SurfaceName } from './surfaces.ts';

/** The surfaces that the page carries out: asked in the state, reported by command. */
export interface PageSurfaces {
  /** What the page is asked to show; null: nothing. */
  alert(): PageAlert | null;
  /** Puts a part into the state; settles with the page's report. */
  ask<Name extends PageSurfaceName>(id: string, name: Name, plan: AlertPlan[Name]): Promise<Shown>;
  /** The page's report; one of an earlier alert, or of a part that was not asked, is nothing. */
  report(id: string, name: SurfaceName, shown: Shown): void;
}

type Parts = Pick<AlertPlan, PageSurfaceName>;

const nothing: Parts = { page: false, toast: null, sound: null, badge: null };

export function createPageSurfaces(): PageSurfaces {
  let id = '';
  let parts = nothing;
  const waiting = new Map<SurfaceName, (shown: Shown) => void>();

  return {
    alert: () => (isDeepStrictEqual(parts, nothing) ? null : { id, ...parts }),
    ask: (alertId, name, plan) => {
      id = alertId;
      parts = { ...parts, [name]: plan };
      waiting.get(name)?.({ kind: 'notShown', why: 'ended' });
      waiting.delete(name);
      // The page reports what it shows; that it took something away shows in the page itself.
      if (plan === null || plan === false) return Promise.resolve({ kind: 'shown' });
      return new Promise((resolve) => waiting.set(name, resolve));
    },
    report: (alertId, name, shown) => {
      if (alertId !== id) return;
      waiting.get(name)?.(shown);
      waiting.delete(name);
    },
  };
}

/** A host without any surface of its own: all that can be shown is in the page. */
export const pageOnly: AlertSurfaces = {
  tray: () => notSupported,
  attention: () => notSupported,
  window: () => notSupported,
  raise: () => notSupported,
  page: 'inPage',
  toast: 'inPage',
  sound: 'inPage',
  badge: 'inPage',
  quiet: () => Promise.resolve('unknown'),
};

const notSupported = Promise.resolve<Shown>({ kind: 'notSupported' });
