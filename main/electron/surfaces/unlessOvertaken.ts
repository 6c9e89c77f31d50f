import { answered } from '../../alerts/askedSurface.ts';
import type { Shown, Surface } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';

const over: Shown = { kind: 'notShown', why: 'ended' };

/**
 * Carries an order out in a turn of its own, unless the next one has come by then: a ring that is over in the turn in which
 * it began must not flash. Taking away does not wait.
 */
export function unlessOvertaken<Plan>(surface: Surface<Plan>, clock: Clock): Surface<Plan> {
  let overtake = (): void => undefined;
  return (plan) => {
    overtake();
    if (plan === null || plan === false) return surface(plan);
    return new Promise((resolve) => {
      const cancel = clock.after(0, () => resolve(answered(() => surface(plan))));
      overtake = () => {
        cancel();
        resolve(over);
      };
    });
  };
}
