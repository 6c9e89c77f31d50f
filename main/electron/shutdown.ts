import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface ShutdownOptions {
  /** Ends what Earshot has going at the gateway. */
  readonly close: () => Promise<void>;
  /** Leaves the screen at once: the inspector asked to quit and must not watch the network. */
  readonly leaveScreen: () => void;
  readonly exit: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const deadline = 4000;

/** Returns the one way out: closes the inspector, waits no longer than the deadline, and exits, once, however often it is called. */
export function createShutdown({ close, leaveScreen, exit, clock, log }: ShutdownOptions): (why: string) => void {
  let leaving = false;
  return (why) => {
    if (leaving) return;
    leaving = true;
    log.info('quit', { why });
    leaveScreen();
    const late = new Promise<void>((resolve) => {
      clock.after(deadline, resolve);
    });
    void Promise.race([close(), late])
      .catch(() => {
        log.error('close failed');
      })
      .finally(exit);
  };
}
