import type { CancelTimer, Clock } from '../ports/clock.ts';
import { activeAlertId, activeAlertOf, type ActiveAlert, type AlertState } from './activeAlert.ts';

/** Two rings begin at least this far apart, milliseconds: a phone that rings again and again must not make the screen flicker. */
const apart = 250;

/** Keeps rings apart from each other. */
export interface RingSpacing {
  /** The state to show now: a ring that comes too soon after the one before waits for its turn, and is forgotten when it ends before. */
  admit(wished: AlertState, present: ActiveAlert | null): AlertState;
  /** A ring began to be shown. */
  began(): void;
}

/** `onTurn`: a ring that waited may be shown now. */
export function createRingSpacing(clock: Clock, onTurn: () => void): RingSpacing {
  let beganAt = Number.NEGATIVE_INFINITY;
  let cancelNext: CancelTimer = () => undefined;
  return {
    admit: (wished, present) => {
      cancelNext();
      const next = activeAlertOf(wished);
      if (next?.kind !== 'ring' || (present !== null && activeAlertId(next) === activeAlertId(present))) return wished;
      const early = beganAt + apart - clock.now();
      if (early <= 0) return wished;
      cancelNext = clock.after(early, onTurn);
      return { ...wished, phone: { kind: 'none' } };
    },
    began: () => {
      beganAt = clock.now();
    },
  };
}
