import { isDeepStrictEqual } from 'node:util';
import { surfaceNames } from '../../contract/alerts.ts';
import type { AlertPlan, SurfaceName } from './surfaces.ts';

/** Which surfaces must be asked for a plan that follows `before`, in the order of asking. `isAnother`: it is of another alert. */
export function changedParts(plan: AlertPlan, before: AlertPlan | null, isAnother: boolean): SurfaceName[] {
  const changed = surfaceNames.filter((name) => isChanged(name, plan, before, isAnother));
  return changed.sort((one, other) => turnOf(one, plan) - turnOf(other, plan));
}

/** What disturbs most is taken away first. The toast comes last: Linux' notification daemons keep all of Earshot waiting for them. */
function turnOf(name: SurfaceName, plan: AlertPlan): number {
  if ((name === 'sound' || name === 'window') && isNothing(plan[name])) return 0;
  return name === 'toast' ? 2 : 1;
}

/** Its part is another, or it says no more than "on" and is now on for another alert. */
function isChanged(name: SurfaceName, plan: AlertPlan, before: AlertPlan | null, isAnother: boolean): boolean {
  if (isAnother && plan[name] === true) return true;
  return !isDeepStrictEqual(before === null ? idlePart(name, plan) : before[name], plan[name]);
}

/** What a surface shows before it was ever asked. */
function idlePart(name: SurfaceName, plan: AlertPlan): AlertPlan[SurfaceName] | undefined {
  if (name === 'tray') return undefined;
  return typeof plan[name] === 'boolean' ? false : null;
}

/** Whether a surface's part of the plan tells of the alert. */
export function tellsOfAlert(name: SurfaceName, plan: AlertPlan): boolean {
  if (name === 'badge') return plan.badge?.mark === 'ringing';
  return !isNothing(plan[name]);
}

/** Whether a part takes away what was shown. */
export function isNothing(part: AlertPlan[SurfaceName]): boolean {
  return part === null || part === false;
}
