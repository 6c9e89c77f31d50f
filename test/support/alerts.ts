import type { AppState } from '../../contract/state.ts';
import type { AlertPlan, AlertSurfaces, Shown, SurfaceName } from '../../main/alerts/surfaces.ts';

/** What the state holds of alerts when there is nothing to alert of. */
export const noAlerts = {
  phoneAlert: { kind: 'none' },
  pageAlert: null,
  missedRings: [],
  link: { kind: 'none' },
  follow: { kind: 'off' },
  testAlert: { kind: 'never' },
  alertTimes: null,
} as const satisfies Partial<AppState>;

/** Surfaces that all show at once; `asked` hears each part that they are asked for. */
export function showingSurfaces(asked: (name: SurfaceName, plan: AlertPlan[SurfaceName]) => void = () => undefined): AlertSurfaces {
  const surface = (name: SurfaceName) => (plan: AlertPlan[SurfaceName]) => {
    asked(name, plan);
    return Promise.resolve<Shown>({ kind: 'shown' });
  };
  return {
    tray: surface('tray'),
    badge: surface('badge'),
    attention: surface('attention'),
    page: surface('page'),
    toast: surface('toast'),
    sound: surface('sound'),
    window: surface('window'),
    raise: surface('raise'),
    quiet: () => Promise.resolve('no'),
  };
}
