import type { PowerMonitor } from 'electron';

/** Calls back when the computer woke up or was unlocked. */
export function onResume(powerMonitor: PowerMonitor, listener: () => void): void {
  powerMonitor.on('resume', listener);
  powerMonitor.on('unlock-screen', listener);
}
