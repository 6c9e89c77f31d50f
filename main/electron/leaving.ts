import { app, powerMonitor, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { onSessionEnd } from './sessionEnd.ts';

// Electron's types forget that this listener is given an event.
const delayable = z.custom<{ preventDefault(): void }>(
  (heard) => typeof heard === 'object' && heard !== null && 'preventDefault' in heard && typeof heard.preventDefault === 'function',
);

/** Calls `leave` whenever Earshot is asked to end: by the menu, a signal, or the end of the desktop session; `quitUnlessListening` for Windows' installers. */
export function onLeaving(window: BrowserWindow, leave: (why: string) => void, quitUnlessListening: (why: string) => void): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    keepSignalsOff();
    leave('quit');
  });
  // Earshot lives in the tray; without this, Electron quits with its last window.
  app.on('window-all-closed', () => undefined);
  // macOS and Linux wait for a moment; Windows says it through the window.
  powerMonitor.on('shutdown', (...heard: unknown[]) => {
    const parsed = delayable.safeParse(heard[0]);
    if (parsed.success) parsed.data.preventDefault();
    leave('shutdown');
  });
  onSessionEnd(window, leave, quitUnlessListening);
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Chromium turns the first signal into "before-quit" and lets a second one end the process at once; but npm
 * passes Ctrl+C on though the terminal sent it already, and the sign-out at the gateway is still under way.
 * Libraries' listeners go first: electron-store's would end the process, and with them in place Node does not
 * take the signal back from Chromium.
 */
function keepSignalsOff(): void {
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, () => undefined);
  }
}
