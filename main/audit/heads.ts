import type { Checked, Finding, KnownEntry } from './check.ts';

/** A head of the chain as a line of an administrator's file: number, hash, when it was written (UTC). */
export function headLine({ seq, hash }: KnownEntry, time: number): string {
  return `${String(seq)}:${hash} ${new Date(time).toISOString()}\n`;
}

const noted = /^(\d{1,15}):([0-9a-f]{64})\b/;

/** In the log a head is a line of JSON, whose event comes last. */
const logged = /"seq":(\d{1,15}),"hash":"([0-9a-f]{64})".*"event":"audit head"/;

/** The heads that a file tells of, be it an administrator's or Earshot's log; what else stands there is no matter. */
export function headsIn(text: string): readonly KnownEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, seq, hash] = noted.exec(line) ?? logged.exec(line) ?? [];
    return seq === undefined || hash === undefined ? [] : [{ seq: Number(seq), hash }];
  });
}

/** What heads that were noted elsewhere show of a trail: entries replaced before the last one that is there, and all after it missing. */
export function compareHeads({ entries, removedUpTo }: Checked, heads: readonly KnownEntry[]): readonly Finding[] {
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  const asked = heads.filter(({ seq }) => seq > removedUpTo);
  const isThere = ({ seq, hash }: KnownEntry): boolean => hashes.get(seq) === hash;
  const after = Math.max(0, ...asked.filter(isThere).map(({ seq }) => seq));
  const absent = asked.filter((head) => !isThere(head));
  const replaced = [...new Set(absent.filter(({ seq }) => seq <= after).map(({ seq }) => seq))].sort((one, other) => one - other);
  const to = Math.max(0, ...absent.map(({ seq }) => seq));
  return [
    ...replaced.map((seq): Finding => ({ kind: 'notThere', seq })),
    ...(to > after ? [{ kind: 'cutOff', after, to } satisfies Finding] : []),
  ];
}
