import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { KnownEntry } from '../../main/audit/check.ts';
import { readableBox } from '../support/readableBox.ts';

const keptSchema = z.object({ auditEnd: z.string().nullable().optional() });

/** What belongs into the data folder. */
const known = ['audit', 'earshot.json', 'earshot.lock', 'logs', 'notes', 'window.json'];

/**
 * Throws unless all that a killed Earshot left is of use for the next one: whole files, and of an unfinished write at most the
 * last. Answers the newest audit entry that is kept apart from the trail.
 */
export function expectWhole(dataFolder: string, box: boolean): KnownEntry | null {
  const names = readdirSync(dataFolder);
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 1) throw new Error(`left in the data folder: ${strange.join(', ')}`);
  if (strange.some((name) => name.includes('.unreadable'))) throw new Error(`taken for damaged: ${strange.join(', ')}`);
  for (const name of names.filter((each) => each.endsWith('.json'))) JSON.parse(readFileSync(path.join(dataFolder, name), 'utf8'));
  if (!names.includes('earshot.json')) return null;
  const { auditEnd } = keptSchema.parse(JSON.parse(readFileSync(path.join(dataFolder, 'earshot.json'), 'utf8')));
  const text = auditEnd === null || auditEnd === undefined ? null : box ? readableBox.open(auditEnd) : auditEnd;
  const [seq, hash] = text?.split(' ') ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

/** How many lines of the log cannot be read. */
export function unreadableLogLines(dataFolder: string): number {
  return logLines(dataFolder).filter((line) => !isJson(line)).length;
}

/** What Earshot did last. */
export function logEnd(dataFolder: string): string {
  return logLines(dataFolder).slice(-40).join('\n');
}

function logLines(dataFolder: string): readonly string[] {
  const file = path.join(dataFolder, 'logs', 'earshot-web.log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
