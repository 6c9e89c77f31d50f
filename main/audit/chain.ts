import { createHash } from 'node:crypto';
import { jsonAs } from '../textFormats/json.ts';
import { entrySchema, type AuditBody, type AuditEntry } from './entry.ts';

/** Where the chain has got to; the next entry is linked to it. */
export interface ChainEnd {
  /** 0 before the first entry. */
  readonly seq: number;
  readonly hash: string;
  /** `seq` of the last listen's beginning; null when there was none. */
  readonly listen: number | null;
}

/** What the first entry of all is linked to. */
export const beginning: ChainEnd = { seq: 0, hash: '0'.repeat(64), listen: null };

export interface Linked {
  readonly entry: AuditEntry;
  /** As it stands in the file, its line feed included. */
  readonly line: string;
  readonly end: ChainEnd;
}

/** Links what happened at `time` (milliseconds since 1970) to the end of the chain. */
export function linkEntry(end: ChainEnd, body: AuditBody, time: number): Linked {
  const seq = end.seq + 1;
  const of = isOfAListen(body) ? { listen: end.listen } : {};
  const unsealed = { ...body, ...of, seq, time: new Date(time).toISOString(), previous: end.hash };
  const entry = entrySchema.parse({ ...unsealed, hash: hashOf(unsealed) });
  return {
    entry,
    line: `${canonical(entry)}\n`,
    end: { seq, hash: entry.hash, listen: entry.kind === 'listenStarted' ? seq : end.listen },
  };
}

function isOfAListen({ kind }: AuditBody): boolean {
  switch (kind) {
    case 'listenEnded':
    case 'listenCorrected':
    case 'modeAsked':
    case 'modeAnswered':
      return true;
    case 'listenStarted':
    case 'forceAsked':
    case 'forceAnswered':
    case 'filesRemoved':
    case 'tornLineCut':
    case 'tamperingFound':
    case 'endMissing':
      return false;
  }
}

export type ReadLine =
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  /** It reads as an entry, but is not what was written. */
  | { readonly kind: 'changed'; readonly entry: AuditEntry }
  | { readonly kind: 'unreadable' };

/** Reads a line without its line feed. What spells an entry in another way than it is written is changed, too. */
export function readLine(line: string): ReadLine {
  const entry = jsonAs(entrySchema, line);
  if (entry === null) return { kind: 'unreadable' };
  const { hash, ...unsealed } = entry;
  const same = canonical(entry) === line && hashOf(unsealed) === hash;
  return { kind: same ? 'entry' : 'changed', entry };
}

function hashOf(unsealed: object): string {
  return createHash('sha256').update(canonical(unsealed)).digest('hex');
}

/** JSON as RFC 8785 writes it: names in order, no white space. Of numbers there are only whole ones here. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
