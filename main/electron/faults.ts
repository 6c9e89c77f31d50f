import type { Log } from '../host.ts';

/** Where an error arose, without its message: that may quote what must not be logged. */
function place(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return `${error.name} ${frames.slice(0, 4).join(' ').replace(/\s+/gu, ' ')}`.trim();
}

/** Logs what nothing caught, and goes on: an Earshot that ended would miss the next ring. */
export function logFaults(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', { place: place(error) });
  });
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled rejection', { place: place(reason) });
  });
}
