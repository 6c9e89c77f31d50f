import { forceKinds, type ForceKind } from '../../contract/forcing.ts';
import type { Settings } from '../../contract/settings.ts';

const settingOf = {
  idle: 'forceIdleAllowed',
  busy: 'forceBusyAllowed',
  rest: 'forceRestAllowed',
  signOut: 'forceSignOutAllowed',
  dropCall: 'forceDropCallAllowed',
} as const satisfies Record<ForceKind, keyof Settings>;

/** What the administrator lets the inspector make agents do; what is forbidden is not on the page. */
export function allowedForces(settings: Settings): readonly ForceKind[] {
  return forceKinds.filter((what) => settings[settingOf[what]]);
}
