import type { Log } from '../../ports/log.ts';
import { createHoldWatch, type HoldTimings, type HoldWatch } from './holdWatch.ts';

export interface HoldNewsOptions {
  readonly timings: HoldTimings;
  readonly log: Log;
  /** The gateway does not hold polls. */
  onShortPolling(): void;
  /** Something on the way cuts held polls off; from now on they are ended before. */
  onPollsCut(): void;
}

/** A hold watch that tells, once each, that the gateway does not hold polls and that something cuts them off. */
export function createHoldNews({ timings, log, onShortPolling, onPollsCut }: HoldNewsOptions): HoldWatch {
  const hold = createHoldWatch(timings);
  let saidShort = false;
  return {
    ...hold,
    emptyAfter: (took) => {
      hold.emptyAfter(took);
      if (!hold.isShortPolling() || saidShort) return;
      saidShort = true;
      log.warn('the gateway does not hold polls', { took });
      onShortPolling();
    },
    cutAfter: (took) => {
      const known = hold.isCut();
      hold.cutAfter(took);
      if (!hold.isCut() || known) return;
      log.warn('polls are cut off on the way', { took });
      onPollsCut();
    },
  };
}
