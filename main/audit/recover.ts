import { beginning, readLine, type ChainEnd } from './chain.ts';
import type { KnownEntry } from './check.ts';
import type { AuditBody, AuditEntry } from './entry.ts';
import type { OpenListen } from './leftOpen.ts';

/** The end of the trail as an earlier run left it: the bytes of its newest files, oldest first. */
export type NewestFiles = readonly { readonly name: string; readonly bytes: Uint8Array }[];

/** What has to be done before the trail goes on. */
export interface Recovered {
  readonly end: ChainEnd;
  /** The newest entry that can be read. */
  readonly last: AuditEntry | null;
  /** The newest file is brought to this many bytes; null: it is whole. */
  readonly cut: { readonly name: string; readonly length: number } | null;
  /** The newest file's last entry is whole but for its line feed. */
  readonly lineFeed: string | null;
  /** The last listen, if nothing tells of its end. */
  readonly leftOpen: OpenListen | null;
  /** To be written first. */
  readonly notes: readonly AuditBody[];
}

/**
 * Looks at what an earlier run left: a line that a crash tore off, a listen that was never closed, and whether the entry
 * that was written last (`kept`) is still there.
 */
export function recover(files: NewestFiles, persisted: KnownEntry | 'sealed' | null): Recovered {
  const known = persisted === 'sealed' ? null : persisted;
  const newest = files.at(-1);
  const tail = newest === undefined ? null : tailOf(newest);
  const { last, isThere, listen, leftOpen } = lookBack(newestFirst(files, tail?.entry ?? null), known);
  const reached = last === null ? beginning : { seq: last.seq, hash: last.hash, listen };
  const notes: AuditBody[] = [];
  if (tail !== null && tail.entry === null) notes.push({ kind: 'tornLineCut', file: tail.name, bytes: tail.bytes });
  if (known !== null && !isThere) notes.push({ kind: 'tamperingFound', lastSeq: known.seq, lastHash: known.hash });
  // A crash between the very first entry and what is kept of it is none of anybody's doing.
  if (persisted === null && last !== null && last.seq > 1) notes.push({ kind: 'endMissing', lastSeq: last.seq, lastHash: last.hash });
  return {
    // Linked to what was written last, so that the gap shows, too.
    end: known !== null && !isThere && known.seq >= reached.seq ? { ...known, listen: reached.listen } : reached,
    last,
    cut: tail !== null && tail.entry === null ? { name: tail.name, length: tail.from } : null,
    lineFeed: tail !== null && tail.entry !== null ? tail.name : null,
    leftOpen,
    notes,
  };
}

interface Tail {
  readonly name: string;
  readonly from: number;
  readonly bytes: number;
  /** What it is, when only its line feed is missing. */
  readonly entry: AuditEntry | null;
}

/** What stands behind the last line feed; null: nothing. */
function tailOf({ name, bytes }: NewestFiles[number]): Tail | null {
  const from = bytes.lastIndexOf(0x0a) + 1;
  if (from === bytes.length) return null;
  const read = readLine(textOf(bytes.subarray(from)));
  return { name, from, bytes: bytes.length - from, entry: read.kind === 'entry' ? read.entry : null };
}

/** Read one by one, as the few newest tell all that is asked. */
function* newestFirst(files: NewestFiles, unfinished: AuditEntry | null): Generator<AuditEntry> {
  if (unfinished !== null) yield unfinished;
  for (const { bytes } of files.toReversed()) {
    for (const line of textOf(bytes).split('\n').slice(0, -1).reverse()) {
      const read = readLine(line);
      if (read.kind !== 'unreadable') yield read.entry;
    }
  }
}

type Started = Extract<AuditEntry, { kind: 'listenStarted' }>;

interface Back {
  readonly last: AuditEntry | null;
  readonly isThere: boolean;
  /** The last listen's beginning. */
  readonly listen: number | null;
  /** The last listen, if nothing tells of its end. */
  readonly leftOpen: Started | null;
}

function lookBack(entries: Iterable<AuditEntry>, known: KnownEntry | null): Back {
  let last: AuditEntry | null = null;
  let started: Started | null = null;
  let isThere = known === null;
  const ended = new Set<number | null>();
  for (const entry of entries) {
    last ??= entry;
    isThere ||= entry.seq === known?.seq && entry.hash === known.hash;
    if (entry.kind === 'listenEnded') ended.add(entry.listen);
    if (entry.kind === 'listenStarted') started ??= entry;
    // Further back there is nothing that matters.
    if (started !== null && (isThere || (known !== null && entry.seq < known.seq))) break;
  }
  return { last, isThere, listen: started?.seq ?? null, leftOpen: started !== null && !ended.has(started.seq) ? started : null };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
