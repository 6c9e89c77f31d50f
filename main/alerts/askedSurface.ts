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

/** Milliseconds by which any timer may be late. */
const usual = 50;

/**
 * Waits for a surface's answer, but no longer than its limit. Whatever the surface does - throw, reject, never answer -
 * `first` is called once. The returned function gives up waiting: then nothing is called any more.
 *
 * Where the computer held this process up, an answer may have come that it could not hear yet: it listens as much longer, at most the limit again.
 */
export function waitForSurface(ask: () => Promise<Shown>, { clock, limit, first, late }: AskedOptions): CancelTimer {
  let waiting: 'yes' | 'late' | 'over' = 'yes';
  const due = clock.now() + limit;
  let cancel = clock.after(limit, () => {
    const heldUp = clock.now() - due;
    if (heldUp <= usual) expire();
    else cancel = clock.after(Math.min(heldUp, limit), expire);
  });

  function expire(): void {
    if (waiting !== 'yes') return;
    waiting = 'late';
    first({ kind: 'late' });
  }

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
