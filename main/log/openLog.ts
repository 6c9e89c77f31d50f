import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../results/codeOf.ts';
import type { PersistentLog } from './log.ts';

/**
 * The log in `file`; where that cannot be opened (a device, a folder without rights), in a new folder of this user's alone below
 * `temporary`, which says so: a log that is missing keeps nobody from working. Throws when neither can be.
 */
export function openLog(create: (file: string) => PersistentLog, file: string, temporary: string): PersistentLog {
  try {
    return create(file);
  } catch (error) {
    const log = create(path.join(mkdtempSync(path.join(temporary, 'earshot-log-')), path.basename(file)));
    log.error('log file unavailable', { why: codeOf(error) ?? 'no regular file' });
    return log;
  }
}
