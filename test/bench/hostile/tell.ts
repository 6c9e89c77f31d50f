import type { JournalEntry } from '../../../simulator/index.ts';
import { duplicatePuts, hangUps, judgedRings, sessionLosses, wrongClaims } from './judge.ts';
import type { Asked, DeskRecord, HostileRun } from './record.ts';

/** One thing that was wrong, and when it began. */
export interface Finding {
  readonly at: number;
  readonly text: string;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** Everything that was wrong with one inspector's listens, in order. */
export function findings(record: DeskRecord, end: number): Finding[] {
  return [
    ...wrongClaims(record, end).map(({ from, to, says }) => ({
      at: from,
      text: `said ${says === 'listening' ? '"listening"' : '"not listening"'} for ${seconds(to - from)} while the opposite was so`,
    })),
    ...judgedRings(record, end)
      .filter(({ toldAt, shownAt }) => toldAt !== null && shownAt === null)
      .map(({ from, to, toldAt, toldBy }) => ({
        at: from,
        text: `a ring of ${seconds(to - from)} that ${toldBy ?? 'nothing'} told of after ${seconds((toldAt ?? to) - from)} was never shown`,
      })),
    ...hangUps(record).map((at) => ({ at, text: 'hung up on a listener without a click' })),
    ...duplicatePuts(record).map((at) => ({ at, text: 'asked for a listen without a click' })),
    ...sessionLosses(record).map((at) => ({ at, text: 'the session was lost' })),
  ].sort((one, other) => one.at - other.at);
}

/** Prints each listen of which something was wrong: its habits, and what was so beside what was shown. */
export function tell({ records, end }: HostileRun, seed: number, say: (line: string) => void): void {
  for (const record of records) {
    const found = findings(record, end);
    for (const [index, asked] of record.asked.entries()) {
      const to = record.asked[index + 1]?.at ?? end;
      const own = found.filter(({ at }) => at >= asked.at && at < to);
      if (own.length === 0) continue;
      say(`\n  seed ${String(seed)}, inspector ${record.inspector}, listen ${String(asked.nth)} of ${asked.workNo}`);
      for (const { at, text } of own) say(`    ! ${since(asked, at)} ${text}`);
      const { habits, ...hands } = asked.plan;
      say(`    habits ${JSON.stringify(habits)}`);
      say(`    hands  ${JSON.stringify(hands)}`);
      for (const line of linesOf(record, asked, to)) say(`    ${line}`);
    }
  }
}

function linesOf({ journal, claims, clicks }: DeskRecord, asked: Asked, to: number): string[] {
  // What was shown before the click is part of the picture.
  const before = claims.findLast(({ at }) => at < asked.at);
  const lines = [
    ...journal.flatMap((entry) => {
      const text = textOf(entry);
      return text === null ? [] : [{ at: entry.at, text: `gateway   ${text}` }];
    }),
    ...[...(before === undefined ? [] : [{ ...before, at: asked.at }]), ...claims].map(({ at, listen, workNo, ringing, session }) => ({
      at,
      text: `Earshot   ${listen} ${workNo ?? ''}${ringing ? ', ring shown' : ''}${session === 'signedIn' ? '' : `, ${session}`}`,
    })),
    ...clicks.map(({ at, what, workNo, taken }) => ({ at, text: `person    clicks ${what} ${workNo ?? ''}${taken ? '' : ', not taken'}` })),
  ];
  return lines
    .filter(({ at }) => at >= asked.at && at < to)
    .sort((one, other) => one.at - other.at)
    .map(({ at, text }) => `${since(asked, at)} ${text}`);
}

/** Agent lists and other agents' details come every few seconds: unless they are refused, they are left out. */
function textOf(entry: JournalEntry): string | null {
  switch (entry.kind) {
    case 'received':
    case 'carriedOut':
    case 'answered': {
      const { kind, request, interface: name, workNo } = entry;
      const isOfOthers = name === 'queryOnlineAgent' || (name === 'queryAgentInfoByWorkNo' && workNo !== entry.agentId);
      if (isOfOthers && (kind !== 'answered' || entry.retcode === '0')) return null;
      const age = kind === 'answered' && entry.at - entry.asOf > 500 ? `, as it was ${seconds(entry.at - entry.asOf)} ago` : '';
      const blind = kind === 'answered' && entry.isBlind ? ', without the phase' : '';
      const code = kind === 'received' ? '' : ` ${entry.retcode ?? 'with a page'}`;
      return `${kind} ${name} ${workNo ?? ''} (${String(request)})${code}${age}${blind}`;
    }
    case 'guidRenewed':
      return `a new Guid with the answer to ${entry.interface} (${String(entry.request)})`;
    case 'eventRaised':
      return null;
    case 'eventLost':
      return `lost ${entry.eventType}`;
    case 'eventDelivered':
      return `delivered ${entry.eventType}, ${seconds(entry.at - entry.raisedAt)} late`;
    case 'listenBegan':
    case 'ringBegan':
    case 'audioBegan':
      return `${entry.kind} ${entry.workNo}`;
    case 'ringEnded':
      return `ringEnded ${entry.workNo} ${entry.why}`;
    case 'audioEnded':
    case 'listenEnded':
      return `${entry.kind} ${entry.workNo} by the ${entry.by}: ${entry.why}`;
    case 'sessionBegan':
      return 'sessionBegan';
    case 'sessionEnded':
      return `sessionEnded ${entry.why}`;
  }
}

function since({ at: start }: Asked, at: number): string {
  return `+${((at - start) / 1_000).toFixed(1).padStart(6)} s`;
}
