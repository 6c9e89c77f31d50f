import { failed } from '../../alerts/errorAsNotShown.ts';
import type { Shown } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';

/**
 * Milliseconds. A system with do-not-disturb on says nothing at all, nor does macOS of a program that is not signed: no word within this
 * time is "not shown", and the alert comes otherwise.
 */
const patience = 1000;

/** As much of Electron's notification as tells whether it is shown. */
export interface ToldToast {
  on(event: 'show', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
}

export interface Showing {
  readonly shown: Promise<Shown>;
  readonly isShown: () => boolean;
  /** Settles `shown` when the toast leaves before the system said anything. */
  readonly giveUp: () => void;
}

/** What comes of a toast, as the system tells it. */
export function whetherShown(toast: ToldToast, clock: Pick<Clock, 'after'>): Showing {
  let settle: (shown: Shown) => void = () => undefined;
  const shown = new Promise<Shown>((resolve) => {
    settle = resolve;
  });
  const cancel = clock.after(patience, () => {
    settle({ kind: 'notShown', why: 'unconfirmed' });
  });
  void shown.then(cancel);
  let isShown = false;
  toast.on('show', () => {
    isShown = true;
    settle({ kind: 'shown' });
  });
  toast.on('failed', (_event, error) => {
    settle(failed(error));
  });
  return {
    shown,
    isShown: () => isShown,
    giveUp: () => {
      settle({ kind: 'notShown', why: 'ended' });
    },
  };
}
