import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLine } from '../../main/audit/chain.ts';
import { checkTrail, type KnownEntry, type TrailFile } from '../../main/audit/check.ts';
import type { AuditEntry } from '../../main/audit/entry.ts';

export function readTrail(dataFolder: string): readonly TrailFile[] {
  const folder = path.join(dataFolder, 'audit');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** What stands behind the last line feed of all, as a crash left it. */
export function tornEnd(trail: readonly TrailFile[]): string {
  const text = trail.at(-1)?.text ?? '';
  const end = text.slice(text.lastIndexOf('\n') + 1);
  // Whole but for its line feed: nothing is lost.
  return readLine(end).kind === 'entry' ? '' : end;
}

export function entriesOf(trail: readonly TrailFile[]): readonly AuditEntry[] {
  return checkTrail(trail).entries;
}

/** Throws unless `after` is `before` with entries added to it, with what a crash left of it put right. `known`: as kept beside it. */
export function expectGrown(before: readonly TrailFile[], after: readonly TrailFile[], known: KnownEntry | null): void {
  for (const { name, text } of before) {
    const persisted = text.slice(0, text.length - (name === before.at(-1)?.name ? tornEnd(before).length : 0));
    if (after.find((file) => file.name === name)?.text.startsWith(persisted) !== true) throw new Error(`${name}: not as it was before`);
  }
  const { findings, entries } = checkTrail(after, known);
  const worse = findings.find(({ kind }) => kind !== 'torn');
  if (worse !== undefined) throw new Error(`audit trail: ${JSON.stringify(worse)}`);
  const [added] = entries.slice(entriesOf(before).length);
  const torn = Buffer.byteLength(tornEnd(before));
  if (torn > 0 && added !== undefined && !(added.kind === 'tornLineCut' && added.bytes === torn)) {
    throw new Error(`a torn line of ${String(torn)} bytes was not noted but followed by ${added.kind}`);
  }
  expectOneListenAtATime(entries, entriesOf(before).length);
}

/** Every listen is closed before the next begins; `had` entries are of earlier runs, of which nobody saw a later end. */
function expectOneListenAtATime(entries: readonly AuditEntry[], had: number): void {
  let open: number | null = null;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'listenStarted') {
      if (open !== null) throw new Error(`listen ${String(open)} is open while ${String(entry.seq)} begins`);
      open = entry.seq;
    }
    if (entry.kind !== 'listenEnded') continue;
    if (entry.listen !== open) throw new Error(`listen ${String(entry.listen)} ends at ${String(entry.seq)}, but ${String(open)} is open`);
    if (open !== null && index >= had && open <= had && entry.outcome !== 'unknown') {
      throw new Error(`listen ${String(open)} of an earlier run ends as ${entry.outcome}`);
    }
    open = null;
  }
}
