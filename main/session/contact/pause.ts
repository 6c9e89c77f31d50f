import type { Clock } from '../../ports/clock.ts';

/** A wait that can be cut short. One at a time. */
export interface Pause {
  wait(milliseconds: number): Promise<void>;
  /** Ends the present wait, if there is one. */
  end(): void;
}

export function createPause(clock: Clock): Pause {
  let end = (): void => undefined;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const cancel = clock.after(milliseconds, resolve);
        end = () => {
          cancel();
          resolve();
        };
      }),
    end: () => {
      end();
    },
  };
}
