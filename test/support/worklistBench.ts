import type { CommandAnswer } from '../../contract/commands.ts';
import type { RosterRow } from '../../contract/roster.ts';
import type { Settings } from '../../contract/settings.ts';
import { linkEntry, beginning, type ChainEnd } from '../../main/audit/chain.ts';
import type { AuditEntry } from '../../main/audit/entry.ts';
import { createTrailListens, type TrailListens } from '../../main/audit/trailListens.ts';
import { createWorklist, type WorklistService } from '../../main/worklist/worklist.ts';
import { createHandClock, type HandClock } from './handClock.ts';
import { unknownOfRow } from './rosterRow.ts';
import { freshSettings } from './settings.ts';
import { silentLog } from './silentLog.ts';
import { memoryFiles, type MemoryFiles } from './trails.ts';

export const minute = 60_000;
export const day = 24 * 60 * minute;
/** A Wednesday noon. */
export const wednesday = new Date(2026, 10, 25, 12).getTime();

export interface Heard {
  readonly agent: string;
  readonly at: number;
  readonly heardFor: number | null;
  readonly inspector?: string;
  readonly gateway?: string;
}

/** What the trail says of listens: a beginning and an end each. */
export function entriesOf(listens: readonly Heard[]): readonly AuditEntry[] {
  let end: ChainEnd = beginning;
  return listens.flatMap(({ agent, at, heardFor, inspector = '291', gateway = 'gw:8043' }) => {
    const begun = linkEntry(end, { kind: 'listenStarted', inspector, gateway, agent, how: 'asked' }, at);
    const outcome = heardFor === null ? 'notAnswered' : 'stopped';
    const ended = linkEntry(begun.end, { kind: 'listenEnded', inspector, agent, outcome, code: outcome, heardFor }, at + (heardFor ?? 0));
    ({ end } = ended);
    return [begun.entry, ended.entry];
  });
}

export function trailOfHeard(listens: readonly Heard[]): TrailListens {
  const trail = createTrailListens();
  for (const entry of entriesOf(listens)) trail.take(entry);
  return trail;
}

export function agentRow(workNo: string, more: Partial<RosterRow> = {}): RosterRow {
  return { ...unknownOfRow, workNo, name: `Agent ${workNo}`, group: 'Sales', state: 'talking', since: 0, ...more };
}

export interface WorkBench {
  /** As `service` was made; `service` itself follows whenever it is asked what it shows. */
  readonly made: WorklistService;
  readonly service: WorklistService;
  readonly clock: HandClock;
  readonly files: MemoryFiles;
  /** Whom a listen was asked for. */
  readonly asked: string[];
  settings: Partial<Settings>;
  rows: readonly RosterRow[] | null;
  favourites: readonly string[];
  refused: readonly string[];
  random: number;
  /** Starts it, and looks at the roster. */
  open(): Promise<void>;
  look(): void;
}

/** A run of Earshot on a Wednesday noon, as far as its worklist is concerned: two listens of three minutes an agent and week. */
export function workOn(trail: TrailListens | Error, files = memoryFiles(), clock = createHandClock(wednesday)): WorkBench {
  const asked: string[] = [];
  const made = createWorklist({
    clock,
    log: silentLog,
    random: () => bench.random,
    files,
    settings: memo(
      () => bench.settings,
      (settings) => ({ ...freshSettings.values, ...settings }),
    ),
    favourites: () => bench.favourites,
    listening: () => ({ inspector: '291', gateways: new Set(['gw:8043', 'backup:8043']) }),
    rows: memo(
      () => bench.rows,
      (rows) => (rows === null ? null : new Map(rows.map((row) => [row.workNo, row]))),
    ),
    refused: () => bench.refused,
    trailListens: () => (trail instanceof Error ? Promise.reject(trail) : Promise.resolve(trail)),
    date: () => clock.wall(),
    listen: (workNo): CommandAnswer => {
      asked.push(workNo);
      return { ok: true };
    },
    onChange: () => undefined,
  });
  const bench: WorkBench = {
    clock,
    files,
    asked,
    settings: { planListens: 2, planMinutes: 3 },
    rows: null,
    favourites: [],
    refused: [],
    random: 0,
    made,
    service: followed(made),
    open: async () => {
      bench.service.open();
      while (bench.service.shown().kind === 'reading') await new Promise(setImmediate);
      bench.service.onLook();
    },
    look: () => {
      bench.service.onLook();
    },
  };
  return bench;
}

/** Earshot has it follow every change; a test changes things between any two looks at it. */
function followed(service: WorklistService): WorklistService {
  return {
    ...service,
    shown: () => {
      service.follow();
      return service.shown();
    },
  };
}

/** The same answer for the same question, as the modules give it. */
function memo<In, Out>(read: () => In, make: (from: In) => Out): () => Out {
  let made: { readonly from: In; readonly out: Out } | null = null;
  return () => {
    const from = read();
    if (made === null || made.from !== from) made = { from, out: make(from) };
    return made.out;
  };
}
