import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log } from '../host.ts';

/** A log of one JSON object a line in `file`, written without blocking; kept readable for its owner alone. Throws when it cannot be opened. */
export function createLog(file: string): Log & { flush(): void } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Opened here, so that a log which cannot be written is the caller's to say, and one that can is ready at once.
  const destination = pino.destination({ dest: openSync(file, 'a', 0o600), sync: false, minLength: 0 });
  const logger = pino({ base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => {
      logger.info(fields ?? {}, event);
    },
    warn: (event, fields) => {
      logger.warn(fields ?? {}, event);
    },
    error: (event, fields) => {
      logger.error(fields ?? {}, event);
    },
    flush: () => {
      destination.flushSync();
    },
  };
}
