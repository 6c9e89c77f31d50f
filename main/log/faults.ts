import type { Log } from '../ports/log.ts';

const most = { name: 40, frames: 4 } as const;

/**
 * Where an error arose, without its message: that may quote what must not be logged. Of each frame the
 * function and the file's name stay; the folders above it name the user.
 */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const name = /^\w+$/.test(error.name) ? error.name.slice(0, most.name) : 'Error';
  return [name, ...framesOf(error).slice(0, most.frames)].join(' ');
}

function framesOf(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  // The message, which may hold lines that look like frames, comes first and is left out.
  const end = stack.indexOf(error.message);
  const below = end < 0 ? '' : stack.slice(end + error.message.length);
  return below.split('\n').flatMap((line) => {
    const frame = /^\s+at (?:(?:async )?([\w.<>[\] ]{1,80}) \()?(?:[^()]*[\\/])?([^()\\/]{1,80}:\d+:\d+)\)?$/.exec(line);
    return frame === null ? [] : [`at ${frame[1] === undefined ? '' : `${frame[1]} `}${frame[2] ?? ''}`];
  });
}

/** Logs what nothing caught, and goes on: an Earshot that ended would miss the next ring. */
export function logFaults(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', { place: faultPlace(error) });
  });
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled rejection', { place: faultPlace(reason) });
  });
}
