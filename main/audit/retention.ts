import { readLine } from './chain.ts';
import type { AuditBody, AuditEntry } from './entry.ts';
import { isExpired } from './fileNames.ts';
import type { AuditFiles } from './files.ts';

export interface Expired {
  readonly names: readonly string[];
  /** What has to be written down before they go. */
  readonly note: AuditBody;
}

/** The whole files that are older than `days`, oldest first; null: none, or nothing goes (0 days). The newest file always stays. */
export async function expiredFiles(files: AuditFiles, names: readonly string[], days: number, now: number): Promise<Expired | null> {
  const old = days === 0 ? [] : names.slice(0, -1).filter((name) => isExpired(name, days, now));
  const newest = old.at(-1);
  if (newest === undefined) return null;
  const last = lastEntry(new TextDecoder().decode(await files.read(newest)));
  // What cannot be read cannot be accounted for, and stays.
  if (last === null) return null;
  return { names: old, note: { kind: 'filesRemoved', files: [...old], lastSeq: last.seq, lastHash: last.hash, days } };
}

function lastEntry(text: string): AuditEntry | null {
  const line = text.split('\n').findLast((each) => each !== '');
  if (line === undefined) return null;
  const read = readLine(line);
  return read.kind === 'unreadable' ? null : read.entry;
}
