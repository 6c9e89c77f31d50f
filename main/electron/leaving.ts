import { app, powerMonitor, type BrowserWindow } from 'electron';
import { z } from 'zod';

// Electron's types forget that this listener is given an event.
const delayable = z.custom<{ preventDefault(): void }>(
  (heard) => typeof heard === 'object' && heard !== null && 'preventDefault' in heard && typeof heard.preventDefault === 'function',
);

/** Calls `leave` whenever Earshot is asked to end: by the menu, a signal, or the end of the desktop session. */
export function onLeaving(window: BrowserWindow, leave: (why: string) => void): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    leave('quit');
  });
  // Earshot lives in the tray; without this, Electron quits with its last window.
  app.on('window-all-closed', () => undefined);
  process.on('SIGTERM', () => {
    leave('SIGTERM');
  });
  process.on('SIGINT', () => {
    leave('SIGINT');
  });
  // macOS and Linux wait for a moment; Windows does not and says it through the window.
  powerMonitor.on('shutdown', (...heard: unknown[]) => {
    const parsed = delayable.safeParse(heard[0]);
    if (parsed.success) parsed.data.preventDefault();
    leave('shutdown');
  });
  window.on('session-end', () => {
    leave('session-end');
  });
}
