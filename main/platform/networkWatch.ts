import type { networkInterfaces } from 'node:os';
import type { CancelTimer, Clock } from '../ports/clock.ts';

/**
 * Calls back when the computer's network addresses have become others: a cable, Wi-Fi or VPN came or went.
 * Looks every `lookEvery` milliseconds, as neither Node nor Electron's main process is told of it; only until it is cancelled.
 */
export function watchNetwork(interfaces: typeof networkInterfaces, clock: Clock, checksEvery: number, changed: () => void): CancelTimer {
  let before = addressesOf(interfaces());
  let cancel = clock.after(checksEvery, look);

  function look(): void {
    cancel = clock.after(checksEvery, look);
    const now = addressesOf(interfaces());
    if (now === before) return;
    before = now;
    changed();
  }

  return () => {
    cancel();
  };
}

/** Addresses only: names, netmasks and the order say nothing of the way out. */
function addressesOf(interfaces: ReturnType<typeof networkInterfaces>): string {
  return Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}
