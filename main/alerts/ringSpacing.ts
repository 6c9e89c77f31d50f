import type { CancelTimer, Clock } from '../ports/clock.ts';
import { activeAlertId, activeAlertOf, type ActiveAlert, type AlertState } from './activeAlert.ts';

/** Two rings begin at least this far apart, milliseconds: a phone that rings again and again must not make the screen flicker. */
const apart = 250;

/** Keeps rings apart from each other. */
export interface RingSpacing {
  /** The state to show now: a ring that comes too soon after the one before waits for its turn, and is forgotten when it ends before. */
  admit(wanted: AlertState, present: ActiveAlert | null): AlertState;
  /** A ring began to be shown. */
  began(): void;
}

/** `onTurn`: a ring that waited may be shown now. */
export function createRingSpacing(clock: Clock, onTurn: () => void): RingSpacing {
  let beganAt = Number.NEGATIVE_INFINITY;
  let cancelNext: CancelTimer = () => undefined;
  return {
    admit: (wanted, present) => {
      cancelNext();
      const next = activeAlertOf(wanted);
      if (next?.kind !== 'ring' || (present !== null && activeAlertId(next) === activeAlertId(present))) return wanted;
      const early = beganAt + apart - clock.now();
      if (early <= 0) return wanted;
      cancelNext = clock.after(early, onTurn);
      return { ...wanted, phone: { kind: 'none' } };
    },
    began: () => {
      beganAt = clock.now();
    },
  };
}
