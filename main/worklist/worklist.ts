import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import { canBeHeard, type RosterRow } from '../../contract/roster.ts';
import type { Settings } from '../../contract/settings.ts';
import { agentsAPage, type Worklist } from '../../contract/worklist.ts';
import type { AuditFiles } from '../audit/files.ts';
import type { TrailListens } from '../audit/trailListens.ts';
import { oneAtATime } from '../platform/oneAtATime.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from '../results/codeOf.ts';
import { refuse } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { countListens, countOf, type Count } from './count.ts';
import { byLastSeen, byNeed, oneOf, workAgents, workSums, type ListOptions, type WorkSums } from './list.ts';
import { dayName, isPlanned, periodAt, planOf, type Period, type Plan } from './plan.ts';
import { createSeen } from './seen.ts';

/** Who listens, and at which gateways the agents' numbers mean these agents. */
export interface Listening {
  readonly inspector: string;
  readonly gateways: ReadonlySet<string>;
}

export interface WorklistOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Where it is kept who was seen. */
  readonly files: AuditFiles;
  settings(): Settings;
  /** Work numbers; the same list for as long as it says the same. */
  favourites(): readonly string[];
  /** Null: nobody is signed in. */
  listening(): Listening | null;
  /** The agents as they are now; null: not known. */
  rows(): ReadonlyMap<string, RosterRow> | null;
  /** To whom the gateway refused a listen for lack of a right. */
  refused(): readonly string[];
  /** All listens of the audit trail. May reject. */
  trailListens(): Promise<TrailListens>;
  /** The date, milliseconds since 1970, by which old files go; null: it is not confirmed, and nothing goes. */
  date(): number | null;
  /** Asks the gateway for a listen. */
  listen(workNo: string): CommandAnswer;
  onChange(): void;
}

type WorklistCommand = 'readWorklist' | 'listenNext';

/** Whom the plan wants to be heard, and who comes next. */
export interface WorklistService {
  shown(): Worklist;
  /** The group in which an agent was seen last; empty: not known. */
  groupOf(workNo: string): string;
  /** Once the rest has started, and when the date came to be confirmed. */
  open(): void;
  /** Call with each change of the rest, before it is told: the list is made again where what it is of is another. */
  follow(): void;
  /** The roster was polled. */
  onLook(): void;
  /** What the audit trail has of listens is more than before. */
  onTrailListens(): void;
  settingsChanged(): void;
  /** Settles when it is on the disk who was seen, or cannot be written now. Never rejects. */
  settled(): Promise<void>;
  readonly handlers: { readonly [Name in WorklistCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> };
}

/** Milliseconds from the first agent who was seen again to the write, so that a morning's sign-ins are few lines. */
const writtenAfter = 10_000;

/** Milliseconds from a failed write to the next attempt. */
const retryAfter = 30_000;

const minute = 60_000;

type Reading = { readonly kind: 'no' | 'reading' | 'unreadable' } | { readonly kind: 'read'; readonly listens: TrailListens };

/** What was counted from what. */
interface Counted {
  readonly from: readonly unknown[];
  readonly plan: Plan;
  readonly period: Period;
  readonly counts: ReadonlyMap<string, Count>;
  readonly favourites: ReadonlySet<string>;
}

/** How far it is done, and what that was made from. */
interface Made {
  readonly from: readonly unknown[];
  readonly of: ListOptions;
  readonly sums: WorkSums;
  readonly revision: number;
}

export function createWorklist(options: WorklistOptions): WorklistService {
  const { clock, log } = options;
  const seen = createSeen(options.files);
  let reading: Reading = { kind: 'no' };
  /** Who was signed in at the last poll, and how often that changed. */
  let here: ReadonlySet<string> = new Set();
  let hereRevision = 0;
  let counted: Counted | null = null;
  let made: Made | null = null;
  let revision = 0;
  let shown: Worklist = { kind: 'noPlan' };
  let cancelWrite: CancelTimer | null = null;
  const oneByOne = oneAtATime();

  /** One thing at a time. Never rejects. */
  function inTurn(what: string, work: () => Promise<void>): Promise<void> {
    return oneByOne(work).catch((error: unknown) => {
      log.error(what, { why: codeOf(error) ?? 'unknown' });
    });
  }

  /** Nothing is read, and nothing is kept of anybody, where there is no plan. */
  function open(): void {
    if (planOf(options.settings()) === null || reading.kind === 'reading' || reading.kind === 'read') return;
    reading = { kind: 'reading' };
    options.onChange();
    void inTurn('worklist not read', async () => {
      try {
        await seen.load();
        reading = { kind: 'read', listens: await options.trailListens() };
        look();
      } catch (error) {
        reading = { kind: 'unreadable' };
        throw error;
      } finally {
        options.onChange();
      }
    });
  }

  function look(): void {
    const rows = options.rows();
    if (rows === null || reading.kind !== 'read') return;
    if (seen.look(rows.values(), dayName(clock.wall()))) {
      cancelWrite ??= clock.after(writtenAfter, () => void write());
    }
    // Nearly always the same as before: of sixty thousand, a set of their own would take longer than the poll.
    let count = 0;
    let others = false;
    for (const { workNo, state } of rows.values()) {
      if (state === 'signedOut') continue;
      count += 1;
      others ||= !here.has(workNo);
    }
    if (!others && count === here.size) return;
    const now = new Set<string>();
    for (const { workNo, state } of rows.values()) if (state !== 'signedOut') now.add(workNo);
    here = now;
    hereRevision += 1;
  }

  function write(): Promise<void> {
    cancelWrite?.();
    cancelWrite = null;
    return inTurn('worklist not written', async () => {
      try {
        await seen.write(clock.wall());
      } catch (error) {
        cancelWrite ??= clock.after(retryAfter, () => void write());
        throw error;
      }
    });
  }

  /** What is done, counted again where something of it is another than before. Null: it cannot be told. */
  function count(): Counted | null {
    const plan = planOf(options.settings());
    const listening = options.listening();
    if (plan === null || listening === null || reading.kind !== 'read') return null;
    const { listens } = reading;
    const date = clock.wall();
    const gateways = [...listening.gateways].join(' ');
    const from = [options.settings(), options.favourites(), listening.inspector, gateways, dayName(date), listens.revision()];
    if (counted !== null && isSame(counted.from, from)) return counted;
    const period = periodAt(date, plan.every);
    const counts = countListens(listens.all(), { ...listening, from: period.from, to: period.to, least: plan.minutes * minute });
    counted = { from, plan, period, counts, favourites: new Set(options.favourites()) };
    return counted;
  }

  /** The list as it is now. Null: there is none. */
  function list(): Made | null {
    const now = count();
    if (now === null) return null;
    const from = [now, seen.revision(), hereRevision];
    if (made !== null && isSame(made.from, from)) return made;
    const of = { ...now, date: clock.wall(), seen: seen.all(), seenSince: seen.since(), isHere: (workNo: string) => here.has(workNo) };
    revision += 1;
    made = { from, of, sums: workSums(of), revision };
    return made;
  }

  function present(): Worklist {
    if (planOf(options.settings()) === null) return { kind: 'noPlan' };
    if (reading.kind === 'unreadable') return { kind: 'unreadable' };
    const now = list();
    if (now === null) return { kind: 'reading' };
    if (shown.kind === 'ready' && shown.revision === now.revision) return shown;
    const { from, to } = now.of.period;
    return { kind: 'ready', revision: now.revision, period: { from, to }, ...now.sums };
  }

  function listenNext(): CommandAnswer {
    if (planOf(options.settings()) === null) return refuse(ownProblem('no-plan'));
    const now = count();
    const rows = options.rows();
    if (now === null || rows === null) return refuse(ownProblem('worklist-not-ready'));
    const { plan, counts, favourites } = now;
    const refused = new Set(options.refused());
    const due = [...rows.values()].filter(
      (row) => isPlanned(plan, favourites, row) && row.state !== 'signedOut' && countOf(counts, row.workNo).done < plan.listens,
    );
    if (due.length === 0) return refuse(ownProblem('nobody-due'));
    const next = oneOf(
      due.filter((row) => canBeHeard(row) && !refused.has(row.workNo)),
      options.random(),
    );
    return next === undefined ? refuse(ownProblem('nobody-to-hear')) : options.listen(next.workNo);
  }

  return {
    shown: () => shown,
    follow: () => {
      shown = present();
    },
    groupOf: (workNo) => options.rows()?.get(workNo)?.group ?? seen.groupOf(workNo),
    open: () => {
      open();
      const date = options.date();
      if (reading.kind === 'read' && date !== null) void inTurn('worklist files not removed', () => seen.removeExpired(date));
    },
    onLook: look,
    onTrailListens: () => {
      if (reading.kind === 'read') options.onChange();
    },
    settingsChanged: open,
    settled: async () => {
      await write();
    },
    handlers: {
      listenNext,
      readWorklist: ({ skip }) => {
        if (reading.kind === 'unreadable') open();
        const now = list();
        if (now === null) return refuse(ownProblem('worklist-not-ready'));
        const { rows, left } = workAgents(now.of);
        const ordered = rows.toSorted(byNeed);
        return {
          ok: true,
          work: {
            total: rows.length,
            rows: ordered.slice(skip, skip + agentsAPage),
            left: skip > 0 ? [] : left.toSorted(byLastSeen).slice(0, agentsAPage),
          },
        };
      },
    },
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((each, at) => each === other[at]);
}
