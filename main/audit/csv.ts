import type { AuditEntry } from './entry.ts';

type Started = Extract<AuditEntry, { kind: 'listenStarted' }>;
type Ended = Extract<AuditEntry, { kind: 'listenEnded' | 'listenCorrected' }>;

/** A listen as a row; `ended` is null while it goes on. */
export interface ListenRow {
  readonly started: Started;
  readonly ended: Ended | null;
}

/** Every listen that began from `from` up to before `to` (milliseconds since 1970), with the last that is said of its end. */
export function listenRows(entries: readonly AuditEntry[], from: number, to: number): readonly ListenRow[] {
  const ends = new Map<number, Ended>();
  for (const entry of entries) {
    if ((entry.kind === 'listenEnded' || entry.kind === 'listenCorrected') && entry.listen !== null) ends.set(entry.listen, entry);
  }
  return entries.flatMap((entry) => {
    if (entry.kind !== 'listenStarted') return [];
    const at = Date.parse(entry.time);
    return at >= from && at < to ? [{ started: entry, ended: ends.get(entry.seq) ?? null }] : [];
  });
}

const header = ['Entry', 'Started (UTC)', 'Inspector', 'Gateway', 'Agent', 'Begun', 'Outcome', 'Code', 'Heard (s)', 'Ended (UTC)'];

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly ListenRow[]): string {
  return `\uFEFF${[header, ...rows.map(cellsOf)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cellsOf({ started, ended }: ListenRow): readonly string[] {
  return [
    String(started.seq),
    started.time,
    started.inspector,
    started.gateway,
    started.agent,
    started.how,
    ended?.outcome ?? '',
    ended?.code ?? '',
    ended === null || ended.heardFor === null ? '' : (ended.heardFor / 1_000).toFixed(1),
    ended?.time ?? '',
  ];
}

/** What a spreadsheet takes for the beginning of a formula, in the wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
