import type { CancelTimer } from './host.ts';

/** Watches the computer's way to the network only while there is a way to the gateway to care for. */
export interface NetworkCare {
  wanted(wanted: boolean): void;
}

export function createNetworkCare(watch: (changed: () => void) => CancelTimer, changed: () => void): NetworkCare {
  let stop: CancelTimer | null = null;
  return {
    wanted: (wanted) => {
      if (wanted === (stop !== null)) return;
      stop?.();
      stop = wanted ? watch(changed) : null;
    },
  };
}
