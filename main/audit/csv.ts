import type { AuditEntry } from './entry.ts';

type Started = Extract<AuditEntry, { kind: 'listenStarted' }>;
type Change = Extract<AuditEntry, { kind: 'modeAsked' | 'modeAnswered' }>;
type Ended = Extract<AuditEntry, { kind: 'listenEnded' | 'listenCorrected' }>;

/** A listen as a row; `ended` is null while it goes on. `changes`: of its mode, asked for and answered, in order. */
export interface ListenRow {
  readonly started: Started;
  readonly ended: Ended | null;
  readonly changes: readonly Change[];
}

/** Every listen that began from `from` up to before `to` (milliseconds since 1970), with the last that is said of its end. */
export function listenRows(entries: readonly AuditEntry[], from: number, to: number): readonly ListenRow[] {
  const ends = new Map<number, Ended>();
  const changes = new Map<number, readonly Change[]>();
  for (const entry of entries) {
    if ((entry.kind === 'listenEnded' || entry.kind === 'listenCorrected') && entry.listen !== null) ends.set(entry.listen, entry);
    if ((entry.kind === 'modeAsked' || entry.kind === 'modeAnswered') && entry.listen !== null) {
      changes.set(entry.listen, [...(changes.get(entry.listen) ?? []), entry]);
    }
  }
  return entries.flatMap((entry) => {
    if (entry.kind !== 'listenStarted') return [];
    const at = Date.parse(entry.time);
    return at >= from && at < to ? [{ started: entry, ended: ends.get(entry.seq) ?? null, changes: changes.get(entry.seq) ?? [] }] : [];
  });
}

const header = [
  'Entry',
  'Started (UTC)',
  'Inspector',
  'Gateway',
  'Agent',
  'Begun',
  'Outcome',
  'Code',
  'Heard (s)',
  'Ended (UTC)',
  'Mode',
  'Changes',
];

/**
 * RFC 4180, with the mark by which spreadsheets know UTF-8. What a spreadsheet would take for a formula, and an identifier that it would
 * change, begins with an apostrophe and so is text.
 */
export function csvOf(rows: readonly ListenRow[]): string {
  return `\uFEFF${[header, ...rows.map(cellsOf)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cellsOf({ started, ended, changes }: ListenRow): readonly string[] {
  return [
    String(started.seq),
    started.time,
    identifier(started.inspector),
    started.gateway,
    identifier(started.agent),
    started.how,
    ended?.outcome ?? '',
    identifier(ended?.code ?? ''),
    ended === null || ended.heardFor === null ? '' : (ended.heardFor / 1_000).toFixed(1),
    ended?.time ?? '',
    started.mode ?? 'listen',
    changesText(changes),
  ];
}

/** Each change with when it was asked for and what came of it; one that was never answered is not known. */
function changesText(changes: readonly Change[]): string {
  return changes
    .flatMap((change, index) => {
      if (change.kind !== 'modeAsked') return [];
      const next = changes[index + 1];
      const answer = next?.kind === 'modeAnswered' && next.mode === change.mode ? next : null;
      const code = answer === null || answer.outcome === 'confirmed' ? '' : ` (${answer.code})`;
      return [`${change.time} ${change.mode} ${answer?.outcome ?? 'unknown'}${code}`];
    })
    .join('; ');
}

/** A number of so few digits, without a leading zero, is the same as a spreadsheet's: it keeps fifteen. */
const plainNumber = /^(0|[1-9]\d{0,14})$/;
const month = '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)';
/** What else spreadsheets read as values: numbers of every form, dates, times and fractions, months with a number, truth values. */
const values = [
  /^[\d.,\s]+(e[+-]?\d+)?%?$/i,
  /^(\d{1,2}|\d{4})([-/.:\s]+(\d{1,2}|\d{4})){1,2}$/,
  new RegExp(`^(\\d{1,4}[-/.\\s]*${month}([-/.\\s]*\\d{1,4})?|${month}[-/.\\s]*\\d{1,4})$`, 'i'),
  /^\d{1,4}[年月日时]/,
  /^\d{1,2}(:\d{1,2})?\s*[ap]m?$/i,
  /^(true|false)$/i,
];

/** A work number or code, which is no value: 007 would become 7, 1e5 100000, 1-2 a day, and the nineteenth digit a zero. */
function identifier(text: string): string {
  const read = text.normalize('NFKC').trim();
  if (text === '' || plainNumber.test(text) || !values.some((value) => value.test(read))) return text;
  return `'${text}`;
}

/** What a spreadsheet takes for the beginning of a formula, in the wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
