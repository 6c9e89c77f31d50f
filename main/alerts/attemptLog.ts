import type { Log, LogFields } from '../ports/log.ts';
import type { Attempt } from './escalation.ts';
import type { Shown, SurfaceName } from './surfaces.ts';

/** Writes down whether a surface showed the alert, and why not. */
export function logAttempt(log: Log, surface: SurfaceName, attempt: Attempt): void {
  switch (attempt.kind) {
    case 'shown':
      log.info('alert', { surface, result: 'shown' });
      return;
    case 'notSupported':
      log.info('alert', { surface, result: 'notSupported' });
      return;
    case 'notShown':
      log.warn('alert not shown', { surface, ...reason(attempt) });
      return;
    case 'late':
      log.warn('alert not shown', { surface, why: 'late' });
      return;
  }
}

/** Taking away is not showing. */
export function logTakenAway(log: Log, surface: SurfaceName, gone: Shown): void {
  if (gone.kind === 'notShown') log.warn('alert not taken away', { surface, ...reason(gone) });
  else log.info('alert', { surface, result: 'gone' });
}

/** The code, not its words: the log is read in whatever language. */
function reason({ why, detail }: Extract<Shown, { kind: 'notShown' }>): LogFields {
  return detail === undefined ? { why } : { why, detail };
}
