import path from 'node:path';
import pino from 'pino';
import type { Log, Logbook, LogFields } from '../ports/log.ts';
import { makeOwnFolder } from '../platform/ownFolder.ts';
import { openLogFile } from './logFile.ts';
import { redactEvent, redactFields } from './redact.ts';
import { createSecrets } from './secrets.ts';

/** A log, and what is kept of it. */
export interface PersistentLog extends Log {
  readonly book: Logbook;
  /** Lets go of the file; a later line opens it again. */
  close(): void;
}

/**
 * A log of one JSON object a line in `file` and the older ones beside it; kept readable for its owner alone.
 * Nothing concealed reaches it. Throws when it cannot be opened.
 */
export function createLog(file: string): PersistentLog {
  makeOwnFolder(path.dirname(file));
  // Opened here, so that a log which cannot be written is the caller's to say, and one that can is ready at once.
  const destination = openLogFile(
    file,
    (lines) => `${JSON.stringify({ level: 50, time: new Date().toISOString(), event: 'log lines lost', lines })}\n`,
  );
  const logger = pino({ base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const secrets = createSecrets();
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      logger[level](redactFields(fields, secrets), redactEvent(event, secrets));
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    conceal: secrets.conceal,
    forget: secrets.forget,
    book: {
      bound: ({ level, ...bounds }) => {
        logger.level = level;
        destination.bound(bounds);
      },
      tail: destination.tail,
      redact: secrets.clean,
    },
    close: destination.close,
  };
}
