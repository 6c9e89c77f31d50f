/** As much of a window as is used. */
export interface SessionWindow {
  on(event: 'query-session-end', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'session-end', listener: () => void): unknown;
}

/**
 * Windows says through its windows that the desktop session ends: first it asks, and then may be kept waiting (Electron from 34 on);
 * when it tells, nothing waits any more. The sign-out at the gateway takes a moment, so the question is answered by going first;
 * Windows goes on by itself once Earshot has ended.
 */
export function onSessionEnd(window: SessionWindow, leave: (why: string) => void): void {
  window.on('query-session-end', (event) => {
    event.preventDefault();
    leave('query-session-end');
  });
  window.on('session-end', () => {
    leave('session-end');
  });
}
