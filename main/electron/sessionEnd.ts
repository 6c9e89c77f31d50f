/** Why Windows asks; `close-app`: an installer wants to replace the program (Restart Manager), and the desktop session goes on. */
type Reason = 'shutdown' | 'close-app' | 'critical' | 'logoff';

/** As much of a window as is used. Electron before 34 neither asks nor says why. */
export interface SessionWindow {
  on(event: 'query-session-end', listener: (event: { preventDefault(): void; readonly reasons?: readonly Reason[] }) => void): unknown;
  on(event: 'session-end', listener: () => void): unknown;
}

/**
 * Windows says through its windows that the desktop session ends: first it asks, and then may be kept waiting; when it tells, nothing
 * waits any more. The sign-out at the gateway takes a moment, so the question is answered by going first; Windows goes on by itself
 * once Earshot has ended. `quitUnlessListening` answers an installer.
 */
export function onSessionEnd(window: SessionWindow, leave: (why: string) => void, quitUnlessListening: (why: string) => void): void {
  window.on('query-session-end', (event) => {
    event.preventDefault();
    const reasons = event.reasons ?? [];
    if (reasons.includes('close-app') && !reasons.includes('critical')) quitUnlessListening('close-app');
    else leave('query-session-end');
  });
  window.on('session-end', () => {
    leave('session-end');
  });
}
