import { readLine, type ReadLine } from './chain.ts';
import type { AuditBody, AuditEntry } from './entry.ts';
import { day, isExpired } from './fileNames.ts';
import type { AuditFiles } from './files.ts';

export interface Expired {
  readonly names: readonly string[];
  /** What has to be written down before they go. */
  readonly note: AuditBody;
}

/**
 * The whole files that are older than `days` at `now`, by their names and by every entry's own time, oldest first; null: none, or
 * nothing goes (0 days). The newest file always stays.
 */
export async function expiredFiles(files: AuditFiles, names: readonly string[], days: number, now: number): Promise<Expired | null> {
  const old: string[] = [];
  let last: AuditEntry | null = null;
  for (const name of days === 0 ? [] : names.slice(0, -1)) {
    if (!isExpired(name, days, now)) break;
    const lines = linesOf(new TextDecoder().decode(await files.read(name)));
    const newest = lines.at(-1);
    // What cannot be read cannot be accounted for, and stays.
    if (newest === undefined || newest.kind === 'unreadable') break;
    // Written while the clock was set ahead, or back again: in a month that its name does not tell.
    if (lines.some((line) => line.kind !== 'unreadable' && now - Date.parse(line.entry.time) <= days * day)) break;
    old.push(name);
    last = newest.entry;
  }
  if (last === null) return null;
  return { names: old, note: { kind: 'filesRemoved', files: old, lastSeq: last.seq, lastHash: last.hash, days } };
}

function linesOf(text: string): readonly ReadLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
}
