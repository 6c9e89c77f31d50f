import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log } from '../host.ts';

/** A log of one JSON object a line in `file`, written without blocking; kept readable for its owner alone. */
export function createLog(file: string): Log & { flush(): void } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const destination = pino.destination({ dest: file, sync: false, mode: 0o600, minLength: 0 });
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
      try {
        destination.flushSync();
      } catch {
        // Not open yet: there is nothing to flush.
      }
    },
  };
}
