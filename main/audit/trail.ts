import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from '../results/codeOf.ts';
import { linkEntry, type ChainEnd } from './chain.ts';
import type { KnownEntry } from './check.ts';
import type { AuditBody, AuditEntry, WaitingEntry } from './entry.ts';
import { fileFor, inOrder } from './fileNames.ts';
import type { AuditFiles } from './files.ts';
import { closedOff } from './leftOpen.ts';
import { recover, type Recovered } from './recover.ts';
import { expiredFiles } from './retention.ts';

/** The newest entry, kept apart from the trail, so that a trail that was cut is noticed. */
export interface KnownEnd {
  /** `sealed`: it is kept, but cannot be read as long as the system's keyring is locked. */
  read(): KnownEntry | 'sealed' | null;
  keep(end: KnownEntry): void;
}

/** Entries that could not be written, kept apart from the trail until they are, over restarts too. */
export interface Backlog {
  read(): readonly WaitingEntry[];
  keep(waiting: readonly WaitingEntry[]): void;
}

export interface TrailOptions {
  readonly files: AuditFiles;
  readonly clock: Clock;
  readonly log: Log;
  readonly known: KnownEnd;
  readonly backlog: Backlog;
  /** Days after which a file may go; 0: never. */
  retention(): number;
  /** The date, milliseconds since 1970, by which old files go; null: it is not confirmed, and nothing goes. */
  date(): number | null;
  /** The trail can be written, or cannot: called with each change. */
  onWritable(writable: boolean): void;
  /** What was written last is not there any more. */
  onTampering(): void;
  /** An entry is on the disk. */
  onEntry(entry: AuditEntry): void;
  /** An entry is on the disk: the chain's new head, and when it was written (milliseconds since 1970). */
  onHead(head: KnownEntry, time: number): void;
}

/** Entries that wait because they cannot be written; beyond it the oldest are lost, and the log says so. */
const mostWaiting = 1_000;

/** Milliseconds from a failure to the next attempt. */
const retryAfter = 30_000;

/** The audit trail: append-only, each entry linked to the one before. */
export interface AuditTrail {
  /** Makes the trail ready: what a crash left is put right, what is too old goes. Called by the first entry, too. */
  open(): void;
  /** Of `time`, milliseconds since 1970: now, if it is not given. Returns at once and never throws; the entry is on the disk soon after. */
  record(body: AuditBody, time?: number): void;
  /** Settles when all that was recorded is on the disk, or cannot be written now. */
  settled(): Promise<void>;
  /** The same, after `within` milliseconds at the latest: whether all is on the disk. What is not, is kept elsewhere then. Never rejects. */
  written(within: number): Promise<boolean>;
  /** Whether, as far as can be told without writing it, the next entry will be on the disk. If not, what waits is tried again. */
  ready(): boolean;
}

export function createTrail(options: TrailOptions): AuditTrail {
  const { files, clock, log, known } = options;
  let end: ChainEnd | null = null;
  /** What an earlier run left was put right. */
  let takenUp = false;
  /** The newest file when the old ones were last checked. */
  let lookedThrough: string | null = null;
  let newest: string | null = null;
  let waiting: readonly WaitingEntry[] = options.backlog.read();
  const ofEarlierRun = new Set(waiting);
  let isKeptApart = waiting.length > 0;
  let writable = true;
  let cancelRetry: CancelTimer = () => undefined;
  let working: Promise<void> | null = null;

  function wait(next: WaitingEntry): void {
    waiting = [...waiting, next];
    if (waiting.length <= mostWaiting) return;
    waiting = waiting.slice(1);
    log.error('audit entry lost');
  }

  /** What waits now is kept elsewhere, too: should Earshot end now, the next start writes it. */
  function keepApart(): void {
    if (waiting.length === 0 && !isKeptApart) return;
    isKeptApart = waiting.length > 0;
    options.backlog.keep(waiting);
  }

  /** What is kept apart waits no longer, or no longer all of it. */
  function keepNoMore(): void {
    if (isKeptApart) keepApart();
  }

  /** One at a time, whoever asks; what is recorded meanwhile is taken along. */
  function work(): Promise<void> {
    working ??= writeAll().finally(() => {
      working = null;
      if (writable && waiting.length > 0) void work();
    });
    return working;
  }

  async function writeAll(): Promise<void> {
    cancelRetry();
    try {
      end ??= await begin();
      for (let [next] = waiting; next !== undefined; [next] = waiting) {
        end = await write(end, next);
        waiting = waiting.filter((each) => each !== next);
        // At once: what is written and kept apart as well would be written again by the next run.
        keepNoMore();
      }
      const date = options.date();
      if (newest !== lookedThrough && date !== null) {
        end = await removeExpired(end, date);
        lookedThrough = newest;
      }
      say(true);
    } catch (error) {
      log.error('audit trail not written', { why: codeOf(error) ?? 'unknown' });
      // How far the last entry got is not known: it is read again.
      end = null;
      keepApart();
      say(false);
      cancelRetry = clock.after(retryAfter, () => void work());
    }
  }

  async function write(from: ChainEnd, { body, time }: WaitingEntry): Promise<ChainEnd> {
    const linked = linkEntry(from, body, time);
    // A date that no gateway confirms names no file: one that was set ahead once would take in all that follows for as long.
    if (newest === null || options.date() !== null) newest = fileFor(time, newest);
    await files.append(newest, linked.line);
    const head = { seq: linked.end.seq, hash: linked.end.hash };
    known.keep(head);
    options.onEntry(linked.entry);
    options.onHead(head, clock.wall());
    return linked.end;
  }

  async function begin(): Promise<ChainEnd> {
    const names = inOrder(await files.list());
    newest = names.at(-1) ?? null;
    const last = await Promise.all(names.slice(-2).map(async (name) => ({ name, bytes: await files.read(name) })));
    const persisted = known.read();
    const found = recover(last, persisted);
    // A crash came before anything was kept of the very first entry. A second one, before anything is of the next, must not look like a lost end.
    if (persisted === null && found.last?.seq === 1) known.keep({ seq: found.last.seq, hash: found.last.hash });
    if (found.cut !== null) await files.cut(found.cut.name, found.cut.length);
    if (found.lineFeed !== null) await files.append(found.lineFeed, '\n');
    // Written after all, though the disk said otherwise.
    const [first] = waiting;
    if (first !== undefined && isSame(found.last, first)) waiting = waiting.slice(1);
    keepNoMore();
    let reached = found.end;
    for (const body of found.notes) {
      log.warn('audit trail put right', { kind: body.kind });
      if (body.kind === 'tamperingFound') options.onTampering();
      reached = await write(reached, { body, time: clock.wall() });
    }
    if (!takenUp) takeUp(found);
    return reached;
  }

  /** Once in a run: later, a listen that is open is this run's, and goes on. */
  function takeUp({ leftOpen, last }: Recovered): void {
    const unwritten = waiting.filter((each) => ofEarlierRun.has(each));
    const own = waiting.filter((each) => !ofEarlierRun.has(each));
    const closed = closedOff({ open: leftOpen, lastTime: last === null ? 0 : Date.parse(last.time), unwritten }, clock.wall());
    for (const each of closed) if (!ofEarlierRun.has(each)) log.warn('audit trail put right', { kind: each.body.kind });
    waiting = [...closed, ...own];
    takenUp = true;
  }

  /** The removal is written down first: a crash between leaves a file that is removed at the next start. */
  async function removeExpired(reached: ChainEnd, date: number): Promise<ChainEnd> {
    const days = options.retention();
    const expired = await expiredFiles(files, inOrder(await files.list()), days, date);
    if (expired === null) return reached;
    const after = await write(reached, { body: expired.note, time: clock.wall() });
    for (const name of expired.names) await files.remove(name).catch(() => log.warn('audit file not removed', { name }));
    log.info('audit files removed', { files: expired.names.length, days });
    return after;
  }

  function say(now: boolean): void {
    if (now === writable) return;
    writable = now;
    options.onWritable(now);
  }

  async function settled(): Promise<void> {
    while (working !== null) await working;
  }

  /** An attempt that was under way may have failed for what is mended since. */
  async function triedAnew(): Promise<void> {
    await settled();
    if (waiting.length > 0) await work();
  }

  return {
    open: () => void work(),
    record: (body, time = clock.wall()) => {
      wait({ body, time });
      void work();
    },
    settled,
    written: (within) =>
      new Promise((resolve) => {
        const cancel = clock.after(within, () => {
          keepApart();
          resolve(false);
        });
        void triedAnew().then(() => {
          cancel();
          resolve(waiting.length === 0);
        });
      }),
    ready: () => {
      const good = writable && waiting.length === 0 && files.writable(newest);
      if (!good) void work();
      return good;
    },
  };
}

function isSame(entry: AuditEntry | null, { body, time }: WaitingEntry): boolean {
  return entry?.kind === body.kind && Date.parse(entry.time) === time;
}
