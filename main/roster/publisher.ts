import type { CancelTimer, Clock } from '../ports/clock.ts';

/** The roster's patches go out no more often than this, in milliseconds: at most 4 a second. */
const publishedEvery = 250;

/** Publishes at once, or, when it was a moment ago, at the end of the pause with whatever else came meanwhile. */
export interface Publisher {
  publish(): void;
  stop(): void;
}

export function createPublisher(clock: Clock, send: () => void): Publisher {
  let cancelPause: CancelTimer | null = null;
  let waiting = false;

  function publish(): void {
    if (cancelPause !== null) {
      waiting = true;
      return;
    }
    send();
    cancelPause = clock.after(publishedEvery, () => {
      cancelPause = null;
      if (!waiting) return;
      waiting = false;
      publish();
    });
  }

  return {
    publish,
    stop: () => {
      cancelPause?.();
      cancelPause = null;
      waiting = false;
    },
  };
}
