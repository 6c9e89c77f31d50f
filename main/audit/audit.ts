import type { Audit, AuditCheck } from '../../contract/audit.ts';
import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { BeginningMode } from '../../contract/inspection.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Listen } from '../../contract/state.ts';
import { done, exportNotAllowed, fileAnswer, refuse } from '../results/commandAnswers.ts';
import { checkTrail, type Checked, type KnownEntry, type TrailFile } from './check.ts';
import { csvOf, listenRows } from './csv.ts';
import type { AuditBody } from './entry.ts';
import { inOrder } from './fileNames.ts';
import { auditOf, type Listener } from './listenWatch.ts';
import { createTrailListens, readTrailListens, type TrailListens } from './trailListens.ts';
import { requestBody, type AuditedRequest } from './requestBody.ts';
import { createTrail, type TrailOptions } from './trail.ts';

export interface AuditOptions extends Pick<TrailOptions, 'files' | 'clock' | 'log' | 'known' | 'backlog' | 'retention' | 'date'> {
  /** Whether the inspector may have it as a table. */
  exportAllowed(): boolean;
  /** Who is signed in; null: nobody. */
  listener(): Listener | null;
  /** Gives the inspector a file. */
  save(name: string, text: string): Promise<SavedFile | null>;
  /** Entries cannot be written, or can be again. */
  onWritable(writable: boolean): void;
  /** The trail was changed by somebody else. */
  onTampering(): void;
  /** The listen as it is now, its listener, and the date by which the trail has its beginning; null: none began. */
  onListen(listen: Listen, listener: Listener, started: number | null): void;
  /** What the trail has of listens is more than before. */
  onTrailListens(): void;
  /** The chain has a new head, written at `time` (milliseconds since 1970). */
  onHead(head: KnownEntry, time: number): void;
  onChange(): void;
}

type AuditCommand = 'checkAudit' | 'exportAudit';

/** Who listened to whom, when, with what result and how long; kept so that a change is found. */
export interface AuditService {
  shown(): Audit;
  /** Once the rest has started; puts right what an earlier run left. */
  open(): void;
  /** The listen is another one than before. */
  /** `mode`: what it was asked to begin in, where that is not listening. `standing`: a standing listen came to it. */
  onListen(listen: Listen, mode?: BeginningMode, standing?: boolean): void;
  /** A change of mode, or what an agent is made to do, was asked for or answered. */
  onRequest(request: AuditedRequest): void;
  /** Settles when everything is on the disk, or cannot be written now. */
  settled(): Promise<void>;
  /** The same, after `within` milliseconds at the latest: whether all is on the disk. Never rejects. */
  written(within: number): Promise<boolean>;
  /** Whether a listen that is asked for now will stand in the trail. */
  ready(): boolean;
  /** All listens that the trail has, and those that come; read once. Rejects while the files cannot be read. */
  trailListens(): Promise<TrailListens>;
  readonly handlers: { readonly [Name in AuditCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> };
}

export function createAudit(options: AuditOptions): AuditService {
  const { files, clock, log, known } = options;
  let writable = true;
  let check: AuditCheck = { kind: 'never' };
  let listen: Listen = { kind: 'idle' };
  /** Whose listen it is: at its end the session may be over. */
  let listener: Listener = { inspector: '', gateway: '' };
  let begun: { readonly date: number; readonly at: number } | null = null;
  const past = createTrailListens();
  let pastRead: Promise<TrailListens> | null = null;
  const trail = createTrail({
    files,
    clock,
    log,
    known,
    backlog: options.backlog,
    retention: options.retention,
    date: options.date,
    onWritable: (now) => {
      writable = now;
      options.onWritable(now);
    },
    onTampering: options.onTampering,
    onEntry: (entry) => {
      const before = past.revision();
      past.take(entry);
      if (past.revision() !== before) options.onTrailListens();
    },
    onHead: options.onHead,
  });

  /** From its beginning on, a listen's dates count by the clock: no change of the computer's date comes between them. */
  function dateOf({ kind }: AuditBody): number {
    // What is done to an agent is in no listen.
    if (kind === 'forceAsked' || kind === 'forceAnswered') return clock.wall();
    if (kind === 'listenStarted' || begun === null) begun = { date: clock.wall(), at: clock.now() };
    return begun.date + clock.now() - begun.at;
  }

  function put(next: AuditCheck): void {
    check = next;
    options.onChange();
  }

  async function readAll(): Promise<readonly TrailFile[]> {
    await trail.settled();
    const names = inOrder(await files.list());
    return Promise.all(
      names.map(async (name) => ({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(name)) })),
    );
  }

  async function readPast(): Promise<TrailListens> {
    await trail.settled();
    await readTrailListens(files, past);
    return past;
  }

  async function checkAll(): Promise<void> {
    put({ kind: 'running' });
    try {
      const persisted = known.read();
      const end = persisted === 'sealed' ? null : persisted;
      const checked = withEnd(checkTrail(await readAll(), end), end);
      log.info('audit checked', { entries: checked.entries.length, findings: checked.findings.length });
      put(shownCheck(checked, clock.now()));
    } catch {
      log.error('audit trail unreadable');
      put({ kind: 'unreadable', at: clock.now() });
    }
  }

  return {
    shown: () => ({ writable, check }),
    open: trail.open,
    onListen: (now, mode, standing) => {
      listener = options.listener() ?? listener;
      const body = auditOf(listen, now, listener, mode, standing);
      listen = now;
      if (body !== null) trail.record(body, dateOf(body));
      options.onListen(now, listener, begun?.date ?? null);
    },
    onRequest: (request) => {
      listener = options.listener() ?? listener;
      const body = requestBody(request, listener.inspector);
      trail.record(body, dateOf(body));
    },
    settled: trail.settled,
    written: trail.written,
    ready: trail.ready,
    trailListens: () => {
      pastRead ??= readPast().catch((error: unknown) => {
        pastRead = null;
        throw error;
      });
      return pastRead;
    },
    handlers: {
      checkAudit: () => {
        if (check.kind !== 'running') void checkAll();
        return done;
      },
      exportAudit: async ({ from, to }) => {
        if (!options.exportAllowed()) return refuse(exportNotAllowed);
        const { entries } = checkTrail(await readAll());
        const file = await options.save(`earshot-listens-${dayOf(from)}-${dayOf(to - 1)}.csv`, csvOf(listenRows(entries, from, to)));
        return fileAnswer(file);
      },
    },
  };
}

/** Entries of which nobody kept the newest one apart have no end that can be trusted. */
function withEnd(checked: Checked, end: KnownEntry | null): Checked {
  const last = checked.entries.at(-1);
  if (end !== null || last === undefined) return checked;
  return { ...checked, findings: [...checked.findings, { kind: 'endNotKept', lastSeq: last.seq }] };
}

function shownCheck({ entries, findings, removedUpTo }: Checked, at: number): AuditCheck {
  const [first] = findings;
  return {
    kind: 'done',
    at,
    entries: entries.length,
    listens: entries.filter(({ kind }) => kind === 'listenStarted').length,
    since: entries[0] === undefined ? null : Date.parse(entries[0].time),
    removed: removedUpTo,
    findings: findings.length,
    first: first === undefined || !('file' in first) ? null : { file: first.file, line: first.line },
  };
}

/** Of an instant that no calendar holds, nothing. */
function dayOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'all' : date.toISOString().slice(0, 10);
}
