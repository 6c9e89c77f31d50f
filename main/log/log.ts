import { openSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log, LogFields } from '../host.ts';
import { makeOwnFolder } from '../ownFolder.ts';
import { redactEvent, redactFields } from './redact.ts';
import { createSecrets } from './secrets.ts';

/**
 * A log of one JSON object a line in `file`, on the disk at once; kept readable for its owner alone.
 * Nothing concealed reaches it. Throws when it cannot be opened.
 */
export function createLog(file: string): Log & { flush(): void } {
  makeOwnFolder(path.dirname(file));
  // Opened here, so that a log which cannot be written is the caller's to say, and one that can is ready at once.
  // Synchronous: the lines before a crash are the ones that matter, and there are but a few in a minute.
  const destination = pino.destination({ dest: openSync(file, 'a', 0o600), sync: true, minLength: 0 });
  // A disk that is full by now must not end a shift; the next line tries again.
  destination.on('error', () => undefined);
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
    flush: () => {
      destination.flushSync();
    },
  };
}
