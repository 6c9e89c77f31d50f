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
  // Later than "ready": Chromium puts its own handlers in place just after it, and those let a second
  // signal (npm passes Ctrl+C on, though the terminal sent it already) end the process at once.
  setTimeout(() => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        leave(signal);
      });
    }
  }, 0);
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
