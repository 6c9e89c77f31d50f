import { beginning, readLine } from './chain.ts';
import type { AuditEntry } from './entry.ts';

/** A file of the trail, as it is read. */
export interface TrailFile {
  readonly name: string;
  readonly text: string;
}

/** An entry of the chain that is known from elsewhere. */
export interface KnownEntry {
  readonly seq: number;
  readonly hash: string;
}

/** Where a line stands; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Something that is not as it was written. */
export type Finding =
  | ({ readonly kind: 'unreadable' } & Place)
  | ({ readonly kind: 'changed'; readonly seq: number } & Place)
  /** Entries are gone. `atFile`: where one file ends and the next begins, as when a file is gone. */
  | ({ readonly kind: 'missing'; readonly from: number; readonly to: number; readonly atFile: boolean } & Place)
  /** Its number was there before: put in twice, put in from elsewhere, or out of order. */
  | ({ readonly kind: 'outOfPlace'; readonly seq: number } & Place)
  /** Its number is the next one, but it was linked to another entry. */
  | ({ readonly kind: 'doesNotFollow'; readonly seq: number } & Place)
  /** The last line has no end. */
  | ({ readonly kind: 'torn' } & Place)
  /** Earshot found at its start that what it had written up to this entry was not there any more. */
  | ({ readonly kind: 'tamperingFound'; readonly lastSeq: number } & Place)
  /** Earshot found at its start that nothing told any more where the trail ended: this was its last entry. */
  | ({ readonly kind: 'endMissing'; readonly lastSeq: number } & Place)
  /** An entry that is known from elsewhere is not in the chain. */
  | { readonly kind: 'notThere'; readonly seq: number }
  /** Entries are known from elsewhere that come after the last one there is (0: none) of those that are known. */
  | { readonly kind: 'cutOff'; readonly after: number; readonly to: number }
  /** Nothing tells where the trail has to end; this is the last entry that is there. */
  | { readonly kind: 'endNotKept'; readonly lastSeq: number };

export interface Checked {
  readonly entries: readonly AuditEntry[];
  readonly findings: readonly Finding[];
  /** Entries that were removed by policy, as the chain itself says: all up to this number; 0: none. */
  readonly removedUpTo: number;
}

/**
 * Follows the chain through all files, oldest first. What was cut off at its end, or written wholly again, no chain can show
 * by itself: `known`, an entry that was noted down elsewhere, shows the one and the other.
 */
export function checkTrail(files: readonly TrailFile[], known: KnownEntry | null = null): Checked {
  const findings: Finding[] = [];
  const entries: AuditEntry[] = [];
  let seq: number | null = null;
  let hash = beginning.hash;

  function take(entry: AuditEntry, place: Place, changed: boolean): void {
    if (changed) findings.push({ kind: 'changed', seq: entry.seq, ...place });
    if (entry.kind === 'tamperingFound') findings.push({ kind: 'tamperingFound', lastSeq: entry.lastSeq, ...place });
    if (entry.kind === 'endMissing') findings.push({ kind: 'endMissing', lastSeq: entry.lastSeq, ...place });
    if (seq !== null && entry.seq <= seq) {
      findings.push({ kind: 'outOfPlace', seq: entry.seq, ...place });
      return;
    }
    if (seq !== null && entry.seq > seq + 1) {
      findings.push({ kind: 'missing', from: seq + 1, to: entry.seq - 1, atFile: place.line === 1, ...place });
    } else if (seq !== null && entry.previous !== hash && !changed) {
      findings.push({ kind: 'doesNotFollow', seq: entry.seq, ...place });
    }
    entries.push(entry);
    ({ seq, hash } = entry);
  }

  for (const { name, text } of files) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const [index, line] of lines.entries()) {
      const place = { file: name, line: index + 1 };
      const read = readLine(line);
      if (read.kind === 'unreadable') findings.push({ kind: 'unreadable', ...place });
      else take(read.entry, place, read.kind === 'changed');
    }
    if (last !== '') findings.push({ kind: 'torn', file: name, line: lines.length + 1 });
  }

  const removedUpTo = removedBefore(entries);
  const [first] = entries;
  if (first !== undefined && removedUpTo !== first.seq - 1) {
    findings.unshift({ kind: 'missing', from: 1, to: first.seq - 1, atFile: true, file: files[0]?.name ?? '', line: 1 });
  } else if (first?.seq === 1 && first.previous !== beginning.hash) {
    findings.unshift({ kind: 'doesNotFollow', seq: 1, file: files[0]?.name ?? '', line: 1 });
  }
  if (known !== null && !entries.some((entry) => entry.seq === known.seq && entry.hash === known.hash)) {
    findings.push({ kind: 'notThere', seq: known.seq });
  }
  return { entries, findings, removedUpTo };
}

/** How many entries before the first the chain itself says were removed by policy; 0 when it does not. */
function removedBefore(entries: readonly AuditEntry[]): number {
  const [first] = entries;
  if (first === undefined) return 0;
  const noted = entries.some(
    (entry) =>
      entry.kind === 'filesRemoved' &&
      // Cut off in the middle of a removal, some of what was to go may still be there.
      (entry.lastSeq >= first.seq || (entry.lastSeq === first.seq - 1 && entry.lastHash === first.previous)),
  );
  return noted ? first.seq - 1 : 0;
}
