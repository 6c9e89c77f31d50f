import { csvTable, identifier } from '../textFormats/csvTable.ts';
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

/** The listens as a table for spreadsheets. */
export function csvOf(rows: readonly ListenRow[]): string {
  return csvTable([header, ...rows.map(cellsOf)]);
}

function cellsOf({ started, ended, changes }: ListenRow): readonly string[] {
  return [
    String(started.seq),
    started.time,
    identifier(started.inspector),
    started.gateway,
    identifier(started.agent),
    started.of ?? started.how,
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
