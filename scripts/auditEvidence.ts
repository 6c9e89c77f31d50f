import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { KnownEntry } from '../main/audit/check.ts';
import { headsIn } from '../main/audit/heads.ts';
import { parseEnd } from '../main/audit/knownEnd.ts';

/**
 * What Earshot keeps of the newest entry, in the settings beside the folder `audit`; `sealed`: only Earshot itself, as the
 * user that it runs as, can read it.
 */
export type KeptEnd = { readonly kind: 'missing' } | { readonly kind: 'sealed' } | { readonly kind: 'kept'; readonly end: KnownEntry };

const keptSchema = z.object({ auditEnd: z.string() });

/** Never throws: what cannot be read is missing. */
export function keptEndBeside(folder: string): KeptEnd {
  try {
    const file = path.join(folder, '..', 'earshot.json');
    if (!statSync(file).isFile()) return { kind: 'missing' };
    const read = keptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!read.success) return { kind: 'missing' };
    const end = parseEnd(read.data.auditEnd);
    return end === null ? { kind: 'sealed' } : { kind: 'kept', end };
  } catch {
    return { kind: 'missing' };
  }
}

/** Heads noted in Earshot's own log, beside the folder `audit`. Throws where a file cannot be read. */
export function loggedHeadsBeside(folder: string): readonly KnownEntry[] {
  const logs = path.join(folder, '..', 'logs');
  return existsSync(logs) ? headsFrom(logs) : [];
}

/** Heads that a file, or all files of a folder, tell of. Throws where one cannot be read. */
export function headsFrom(place: string): readonly KnownEntry[] {
  const files = statSync(place).isDirectory() ? readdirSync(place).map((name) => path.join(place, name)) : [place];
  return files.filter((file) => statSync(file).isFile()).flatMap((file) => headsIn(readFileSync(file, 'utf8')));
}
