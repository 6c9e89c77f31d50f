import { forceKinds, forceSetting, type ForceKind } from '../../contract/forcing.ts';
import type { Settings } from '../../contract/settings.ts';

/** What the administrator lets the inspector make agents do; what is forbidden is not on the page. */
export function allowedForces(settings: Settings): readonly ForceKind[] {
  return forceKinds.filter((what) => settings[forceSetting[what]]);
}
