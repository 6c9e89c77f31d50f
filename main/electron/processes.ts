import type { App } from 'electron';
import type { Log } from '../ports/log.ts';

/** Logs what becomes of Electron's other processes: which kind, why it is gone, its exit code. Nothing of what it held. */
export function logProcesses(app: Pick<App, 'on'>, log: Log): void {
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.error('page gone', { reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    const fields = { type, name: name ?? null, reason, exitCode };
    // Chromium ends what it does not need; that is no fault.
    if (reason === 'clean-exit') log.info('process ended', fields);
    else log.error('process gone', fields);
  });
}
