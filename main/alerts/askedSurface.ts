import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Attempt } from './escalation.ts';
import { failed } from './errorAsNotShown.ts';
import type { Shown } from './surfaces.ts';

/** What came of asking: `first` counts, `late` is what was heard of it after its time. */
export interface AskedOptions {
  readonly clock: Clock;
  readonly limit: number;
  first(attempt: Attempt): void;
  late(shown: Shown): void;
}

/**
 * Waits for a surface's answer, but no longer than its limit. Whatever the surface does - throw, reject, never answer -
 * `first` is called once. The returned function gives up waiting: then nothing is called any more.
 */
export function waitForSurface(ask: () => Promise<Shown>, { clock, limit, first, late }: AskedOptions): CancelTimer {
  let waiting: 'yes' | 'late' | 'over' = 'yes';
  const cancel = clock.after(limit, () => {
    if (waiting !== 'yes') return;
    waiting = 'late';
    first({ kind: 'late' });
  });

  function settle(shown: Shown): void {
    const was = waiting;
    waiting = 'over';
    cancel();
    if (was === 'yes') first(shown);
    if (was === 'late') late(shown);
  }

  void answered(ask).then(settle);
  return () => {
    waiting = 'over';
    cancel();
  };
}

/** A surface's answer; one that fails has not shown. */
export async function answered(ask: () => Promise<Shown>): Promise<Shown> {
  try {
    return await ask();
  } catch (error) {
    return failed(error);
  }
}
